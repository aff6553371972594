"""Errors of files: not there, there already, a folder, unreadable letters."""

import os
import re
from pathlib import Path
from typing import Any

from codeyard.explanations.similar import closest
from codeyard.explanations.wording import Explanation, Rule, first, listed, plain, say

FILES_LISTED = 400


def _name(problem: Any) -> str:
    name = problem.error.filename
    return name.removeprefix(problem.root) if type(name) is str else ""


def _project_files(root: str) -> list[str]:
    """Paths of the files and folders of the project, relative to it."""
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [one for one in folders if not one.startswith((".", "__"))]
        found += [(Path(folder) / one).relative_to(root).as_posix() for one in names]
        if len(found) > FILES_LISTED:
            break
    return sorted(found)


def not_found(problem: Any) -> Explanation | None:
    """The file that was asked for does not exist."""
    name = _name(problem)
    if not name:
        return None
    files = _project_files(problem.root)
    alone = name.rpartition("/")[2]
    elsewhere = [path for path in files if path != name and path.rpartition("/")[2].lower() == alone.lower()]
    meant = elsewhere[0] if elsewhere else closest(name, files)
    if re.match(r"[A-Za-z]:[\\/]|/home/|/Users/|~", name):
        alone = re.split(r"[\\/]", name)[-1]
        return Explanation(
            f"There is no file `{plain(name)}` here",
            "This is an address on a computer. A program in the browser sees only the files of its project.",
            f'Upload the file to the project and open it by its name: `open("{plain(alone)}")`',
        )
    if "/" in name and meant is None and not (Path(problem.root) / name).parent.is_dir():
        return Explanation(
            f"There is no folder `{plain(name.rpartition('/')[0])}`",
            "`open` makes a file, but not the folder for it.",
            'Make it first: `Path("…").mkdir(parents=True, exist_ok=True)`, with `from pathlib import Path`.',
        )
    known = f" Its files: {listed(files[:10])}{' and more' if len(files) > 10 else ''}." if files else ""
    return Explanation(
        f"There is no file `{plain(name)}`" + (f". Did you mean `{plain(meant)}`?" if meant else ""),
        f"The project has no file of this name. Capital letters, spaces and the ending count.{known}",
        f"Write `{plain(meant)}`."
        if meant
        else "Upload the file to the project, or check its name in the file panel.",
    )


def explain_os(problem: Any) -> Explanation | None:
    """What to say about the other errors of the file system; others are left to Python's words."""
    name = plain(_name(problem))
    kinds = {
        FileExistsError: Explanation(
            f"`{name}` is there already",
            "A file or folder of this name exists, so it cannot be made again.",
            "Choose another name. A folder that may exist already is made with `mkdir(exist_ok=True)`.",
        ),
        IsADirectoryError: Explanation(
            f"`{name}` is a folder, not a file",
            "A folder cannot be opened, read or written as a whole.",
            'Name a file in it. To list what is inside, write `os.listdir("…")`.',
        ),
        NotADirectoryError: Explanation(
            f"`{name}` leads through a file as if that were a folder",
            "Only a folder can hold other files.",
            "Check the address of the file.",
        ),
        PermissionError: Explanation(
            "The program may not do this here",
            "A program in the browser sees only the files of its project.",
            "Use a file of the project, by its name alone.",
        ),
    }
    return kinds.get(type(problem.error))


CLOSED: tuple[Rule, ...] = (
    say(
        r"not readable",
        "This file is open for writing, so it cannot be read",
        '`"w"` and `"a"` open a file to write into it.',
        'Open it with `open(name)` or `open(name, "r")` to read.',
    ),
    say(
        r"not writable",
        "This file is open for reading, so nothing can be written to it",
        "Without a second value, `open` opens a file to read from it.",
        'Open it with `open(name, "w")` to write from the beginning, or with `"a"` to add at the end.',
    ),
)


def explain_unsupported(problem: Any) -> Explanation | None:
    """`io.UnsupportedOperation`"""
    return first(CLOSED, problem, problem.message)


def explain_decoding(problem: Any) -> Explanation:
    """Bytes that are not text in this encoding."""
    utf16 = b"\xff\xfe" in problem.error.object[:2] if type(problem.error.object) is bytes else False
    return Explanation(
        "Python cannot read the letters of this file",
        "It is no text in the encoding UTF-8: perhaps a picture, or a text that was saved by an older "
        "program, such as a table from Excel.",
        'Write `open(name, encoding="utf-16")`.'
        if utf16
        else 'For an older text, write `open(name, encoding="latin-1")`. For a picture, use Pillow or '
        '`open(name, "rb")`.',
    )


def explain_encoding(problem: Any) -> Explanation:
    """Text that has no bytes in this encoding."""
    encoding = plain(problem.error.encoding) if type(problem.error.encoding) is str else ""
    return Explanation(
        f"A letter of this text does not exist in the encoding `{encoding}`",
        "Some encodings know only a few letters. UTF-8 knows all of them.",
        'Leave the encoding out, or write `encoding="utf-8"`.',
    )
