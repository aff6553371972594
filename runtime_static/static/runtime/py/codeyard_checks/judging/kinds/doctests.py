"""`doctest`: examples as they stand after `>>>`. They run beside the student's code, what they should show does not."""

import ast
import doctest
from typing import Any

from codeyard_checks.judging import outcomes
from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.differences import difference
from codeyard_checks.judging.observed import Observed
from codeyard_checks.judging.outcomes import Result
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.verdicts import Verdict, failed, passed, place, stopped_by, unfinished

TRUST = "outside"
LONG = 60


def plan(context: Context) -> list[Step]:
    """The source text of the examples, in their order."""
    return [
        context.step(
            1,
            "evaluate",
            stdin=context.text("input"),
            module=context.module(),
            setup="",
            star=True,
            calls=[example.source for example in _examples(context)],
            fresh=False,
            mode="interactive",
        )
    ]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The first example that shows something else."""
    examples = _examples(context)
    broken = unfinished(
        seen[0], context, "values", given=examples[0].source, debug=_debug(context, examples[:1])
    )
    if broken is not None:
        return broken
    results = outcomes.read(seen[0], len(examples))
    for number, (example, got) in enumerate(zip(examples, results, strict=True), start=1):
        if not _holds(example, got):
            return _told(example, got, debug=_debug(context, examples[:number]))
    count = len(examples)
    return passed("The example is right." if count == 1 else f"All {count} examples are right.")


def record(context: Context, seen: list[Observed]) -> None:
    """Nothing of the solution is needed."""


def _examples(context: Context) -> list[doctest.Example]:
    file = context.test_file("file")
    parser = doctest.DocTestParser()
    try:
        texts = _docstrings(file["text"]) if file["path"].endswith(".py") else [file["text"]]
        examples = [example for text in texts for example in parser.get_examples(text)]
    except (ValueError, SyntaxError, RecursionError) as error:
        raise Problem(f"The file {file['path']} in the field “file” cannot be read: {error}.") from error
    if not examples:
        raise Problem(f"The file {file['path']} in the field “file” has no examples after >>>.")
    return examples


def _docstrings(source: str) -> list[str]:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]
    nodes.sort(key=lambda node: getattr(node, "lineno", 0))
    return [text for node in nodes if (text := ast.get_docstring(node))]


def _holds(example: doctest.Example, got: Result) -> bool:
    flags = sum(flag for flag, wanted in example.options.items() if wanted)
    if flags & doctest.SKIP:
        return True
    checker = doctest.OutputChecker()
    if example.exc_msg is None:
        return got.error is None and checker.check_output(example.want, got.printed, flags)
    return got.error is not None and any(
        checker.check_output(_detail(example.exc_msg, flags), _detail(text, flags), flags)
        for text in _messages(got, example.exc_msg)
    )


def _messages(got: Result, wanted: str) -> list[str]:
    """The last line of the traceback; with the module before the name, where the example writes one."""
    name = got.error.type if got.error else ""
    written = wanted.partition(":")[0].strip()
    names = {name, written} if written.rpartition(".")[2] == name else {name}
    message = got.error.message if got.error else ""
    return [f"{one}: {message}\n" if message else f"{one}\n" for one in names]


def _detail(message: str, flags: int) -> str:
    if not flags & doctest.IGNORE_EXCEPTION_DETAIL:
        return message
    return message.partition(":")[0].strip().rpartition(".")[2] + "\n"


def _told(example: doctest.Example, got: Result, debug: dict[str, Any]) -> Verdict:
    call = example.source.strip()
    name = call if len(call) <= LONG and "\n" not in call else "The example"
    fields: dict[str, Any] = {"given": example.source, "expected": example.want, "debug": debug}
    if got.error is not None and example.exc_msg is None:
        return stopped_by(got.error, during=name, **fields)
    seen = f"{got.error.type}: {got.error.message}\n" if got.error else got.printed
    plain = f"{name} does not show what is expected."
    wanted = (example.exc_msg or example.want).strip()
    summary = plain
    if max(len(wanted), len(seen.strip())) <= LONG and "\n" not in wanted + seen.strip():
        summary = f"{name} shows {seen.strip() or 'nothing'}, but {wanted or 'nothing'} is expected."
    parts = difference(example.exc_msg or example.want, seen)
    return failed(summary, plain, got=seen, difference=parts, place=place(got.error), **fields)


def _debug(context: Context, examples: list[doctest.Example]) -> dict[str, Any]:
    calls = [example.source.rstrip() for example in examples]
    code = [f"from {context.module()} import *", *calls[:-1], outcomes.printing(calls[-1])]
    return {"stdin": context.text("input"), "code": "\n".join(code)}
