"""Errors as a student should read them: Python's own words, with only the frames that stand in the student's files."""

import traceback
from dataclasses import dataclass
from types import TracebackType

PROJECT = "/project/"
OURS = ("/codeyard/", "/pyodide/", "/_pyodide/", "<frozen ")
FRAME_LIMIT = 100
PATH_LIMIT = 255
# Half of what `messages.js` allows: JavaScript counts characters such as emoji twice.
TEXT_LIMIT = 100_000
SUMMARY_LIMIT = 1_000
NAME_LIMIT = 200
FIRST_ERROR = (
    " Another error came first, and this one happened while the program dealt with it: it stands at the top."
)


Place = dict[str, str | int]


@dataclass(frozen=True)
class ErrorReport:
    """What is shown of an error: its full text, its last line, where it happened (innermost frame last), and what it
    means in plain words, with the place that those are about; None where there is nothing to add."""

    text: str
    summary: str
    frames: list[Place]
    explanation: Place | None = None


def report(error: BaseException, root: str = PROJECT) -> ErrorReport:
    """Describe an error. File names are relative to `root`, the project's folder with a slash at the end."""
    described = traceback.TracebackException(type(error), error, error.__traceback__, compact=True)
    _trim(described, root, set())
    text = "".join(described.format(chain=True))
    last_lines = list(described.format_exception_only())
    summary = last_lines[-1].strip() if last_lines else type(error).__name__
    if described.exceptions is None and not isinstance(error, SyntaxError) and last_lines:
        summary = last_lines[0].strip().splitlines()[0]
    text = text.replace(f"'{root}", "'").replace(f"({root}", "(")
    return ErrorReport(
        _shortened(text),
        summary.replace(f"'{root}", "'")[:SUMMARY_LIMIT],
        _frames(described, error, root),
        _explanation(error, described, root),
    )


def _explanation(error: BaseException, described: traceback.TracebackException, root: str) -> Place | None:
    """The error in plain words. Whatever goes wrong here, the error itself is shown."""
    try:
        from codeyard.explanations import explain  # most programs never need it

        message = str(described)
        if type(error) in (SyntaxError, IndentationError, TabError):
            message = str(error.msg)  # without "(main.py, line 3)" behind it
        found, problem = explain(error, message, root)
    except Exception:
        return None
    if found is None:
        return None
    has_first = described.__cause__ or (described.__context__ and not described.__suppress_context__)
    path = problem.path if len(problem.path) <= PATH_LIMIT else ""
    return {
        "title": found.title,
        "text": f"{found.text}{FIRST_ERROR if has_first else ''}",
        "hint": found.hint,
        "path": path,
        "line": problem.line if path else 0,
        "column": problem.column if path else 0,
    }


def _trim(described: traceback.TracebackException, root: str, seen: set[int]) -> None:
    """Keep the student's frames here and in every error that this one came from; where there are none, all but ours."""
    if id(described) in seen:
        return
    seen.add(id(described))
    theirs = [frame for frame in described.stack or () if frame.filename.startswith(root)]
    if theirs:
        _drop_inner_errors(described, root)
    kept = theirs
    if not theirs and not (getattr(described, "filename", None) or "").startswith(root):
        kept = [frame for frame in described.stack or () if not any(part in frame.filename for part in OURS)]
    for frame in kept:
        frame.filename = frame.filename.removeprefix(root)
    described.stack = _stack(kept) if kept else None  # type: ignore[assignment]
    if getattr(described, "filename", None):
        described.filename = described.filename.removeprefix(root)
    for other in (described.__cause__, described.__context__, *(described.exceptions or ())):
        if other is not None:
            _trim(other, root, seen)


def _drop_inner_errors(described: traceback.TracebackException, root: str) -> None:
    """Leave out what a library caught inside itself before it raised this error at the student's line."""
    if described.__cause__ is not None and not _concerns_student(described.__cause__, root):
        described.__cause__ = None
    if described.__context__ is not None and not _concerns_student(described.__context__, root):
        described.__context__ = None


def _concerns_student(described: traceback.TracebackException, root: str, depth: int = 0) -> bool:
    """Whether a frame of the student's stands anywhere in an error or in those that it came from."""
    if any(frame.filename.startswith(root) for frame in described.stack or ()):
        return True
    others = (described.__cause__, described.__context__)
    return depth < 50 and any(
        _concerns_student(other, root, depth + 1) for other in others if other is not None
    )


def _stack(frames: list[traceback.FrameSummary]) -> traceback.StackSummary:
    stack = traceback.StackSummary()
    stack.extend(frames)
    return stack


def _shortened(text: str) -> str:
    if len(text) <= TEXT_LIMIT:
        return text
    half = TEXT_LIMIT // 2 - 50
    return f"{text[:half]}\n  [… {len(text) - 2 * half} characters left out …]\n{text[-half:]}"


def _frames(described: traceback.TracebackException, error: BaseException, root: str) -> list[Place]:
    """The places in the student's files, for jumping there."""
    places: list[Place] = []
    for path, line, name in _student_lines(error.__traceback__, root):
        places.append({"path": path, "line": line, "name": name})
    if isinstance(error, SyntaxError) and error.filename and error.filename.startswith(root):
        places.append(
            {"path": error.filename.removeprefix(root), "line": error.lineno or 1, "name": "<module>"}
        )
    half = FRAME_LIMIT // 2
    return places if len(places) <= FRAME_LIMIT else places[:half] + places[-half:]


def _student_lines(tb: TracebackType | None, root: str) -> list[tuple[str, int, str]]:
    lines = []
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename.startswith(root) and len(code.co_filename) - len(root) <= PATH_LIMIT:
            lines.append((code.co_filename.removeprefix(root), tb.tb_lineno or 1, code.co_name[:NAME_LIMIT]))
        tb = tb.tb_next
    return lines
