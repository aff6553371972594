"""An error of the student's program, as data."""

import traceback
from pathlib import Path
from typing import Any

from codeyard_checks.values.encoding import class_name

TEXT_LIMIT = 10_000
MESSAGE_LIMIT = 2_000


def described(error: BaseException, root: str) -> dict[str, Any]:
    """`type`, `bases`, `message`, the innermost `path` and `line` in the student's files, and the traceback, `text`."""
    kinds = type.__dict__["__mro__"].__get__(type(error))
    path, line = _place(error, root)
    return {
        "type": class_name(kinds[0]),
        "bases": [class_name(kind) for kind in kinds[1:-1]][:20],
        "message": _message(error)[:MESSAGE_LIMIT],
        "path": path,
        "line": line,
        "text": _text(error, root),
    }


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return str(error.msg)
    try:
        return str.__str__(str(error))
    except Exception:
        return ""


def _place(error: BaseException, root: str) -> tuple[str | None, int | None]:
    if isinstance(error, SyntaxError) and error.filename and str(error.filename).startswith(root):
        return _relative(str(error.filename), root), error.lineno or 1
    found: tuple[str | None, int | None] = (None, None)
    step = error.__traceback__
    while step is not None:
        filename = step.tb_frame.f_code.co_filename
        if filename.startswith(root):
            found = _relative(filename, root), step.tb_lineno or 1
        step = step.tb_next
    return found


def _relative(filename: str, root: str) -> str:
    return str(Path(filename).relative_to(root))[:255]


def _text(error: BaseException, root: str) -> str:
    """As the console shows it, with the student's frames alone."""
    try:
        from codeyard import errors  # there in the browser, and where its sources are

        return errors.report(error, f"{root}/").text[-TEXT_LIMIT:]
    except Exception:
        return _plain_text(error)


def _plain_text(error: BaseException) -> str:
    try:
        return "".join(traceback.format_exception_only(error))[-TEXT_LIMIT:]
    except Exception:
        return class_name(type(error))
