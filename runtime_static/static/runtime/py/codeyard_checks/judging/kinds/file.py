"""`file`: a file that the program writes."""

import base64
from typing import Any

from codeyard_checks.judging import printed
from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Malformed, Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.texts import TextMatch
from codeyard_checks.judging.verdicts import Verdict, failed, passed, unfinished

TRUST = "outside"


def plan(context: Context) -> list[Step]:
    """One run of the program, and the file."""
    path = context.text("path")
    if not path:
        raise Problem("The field “path” is empty: it names the file that the program writes.")
    match = TextMatch.of(context)
    content = context.optional_text("content")
    if content is not None and match.match == "pattern":
        match.pattern(content)
    return [context.step(1, "program", stdin=context.text("input"), watch=[f"file:{path}"])]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """What stands in the file, beside what was expected."""
    given, path = context.text("input"), context.text("path")
    fields: dict[str, Any] = {"given": given, "debug": {"stdin": given, "code": None}}
    broken = unfinished(seen[0], context, **fields)
    if broken is not None:
        return broken
    expected, got = _expected(context, reference), _written(context, seen[0])
    if got is None:
        return failed(f"Your program did not write the file {path}.", **fields)
    if got.get("too_large"):
        return failed(f"The file {path} is too large.", **fields)
    return _compared(context, expected, got, fields)


def record(context: Context, seen: list[Observed]) -> dict[str, str] | None:
    """What the solution wrote, where the check does not say what is expected."""
    if context.optional_text("content") is not None:
        return None
    if not seen[0].completed:
        raise Problem("The solution did not come to its end, so there is no file to compare with.")
    written = _written(context, seen[0])
    if written is None or written.get("too_large"):
        raise Problem(f"The solution did not write the file {context.text('path')}, or it is too large.")
    return written


def _compared(
    context: Context, expected: dict[str, str], got: dict[str, str], fields: dict[str, Any]
) -> Verdict:
    who = f"The file {context.text('path')}"
    if "text" in expected and "text" in got:
        return printed.compared(
            expected["text"], got["text"], TextMatch.of(context), who=who, did="contains", **fields
        )
    if _bytes(expected) == _bytes(got):
        return passed(f"{who} contains what was expected.", **fields)
    return failed(f"{who} contains something else than expected.", **fields)


def _written(context: Context, seen: Observed) -> dict[str, str] | None:
    files = seen.data.get("files")
    if not isinstance(files, dict) or context.text("path") not in files:
        raise Malformed("the file was not looked at")
    file = files[context.text("path")]
    if file is None:
        return None
    if not isinstance(file, dict) or (
        not any(file.get(part) for part in ("too_large",)) and not _has_content(file)
    ):
        raise Malformed("the file has no shape")
    return {part: file[part] for part in ("text", "base64", "too_large") if part in file}


def _has_content(file: dict[str, Any]) -> bool:
    return isinstance(file.get("text", file.get("base64")), str)


def _bytes(file: dict[str, str]) -> bytes:
    return file["text"].encode() if "text" in file else base64.b64decode(file["base64"])


def _expected(context: Context, reference: list[Observed] | None) -> dict[str, str]:
    content = context.optional_text("content")
    if content is not None:
        return {"text": content}
    kept = record(context, reference) if reference is not None else context.recorded
    if not isinstance(kept, dict) or not _has_content(kept):
        raise Problem("The field “content” is empty, and nothing was recorded from the solution.")
    return kept
