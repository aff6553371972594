"""Reading requirements.txt: names, extras, versions and markers. No addresses, no paths, no options.

What cannot be read raises RequirementsError with a sentence that names the line.
"""

import hashlib
import re
import sys

from packaging.requirements import InvalidRequirement, Requirement

from projects.requirements.errors import RequirementsError
from projects.requirements.limits import LINE_CHARACTERS, LINES, TEXT_CHARACTERS
from runtime_static.installation.pins import normal_name

COMMENT = re.compile(r"(^|[ \t])#.*")
LINE_BREAK = re.compile(r"\r\n|\r|\n")
SHOWN_CHARACTERS = 60
ARCHIVE = re.compile(r"\.(whl|zip|tar\.\w+|tgz)$", re.IGNORECASE)
ADDRESS = re.compile(r"://|^\.{0,2}[/\\]|^[A-Za-z]:|@")
COMMAND = re.compile(r"(?:import|from|(?:python3? -m )?pip3? install)\s+([A-Za-z0-9._-]+)")
ONE_EQUALS = re.compile(r"([A-Za-z0-9._-]+)\s*=\s*([0-9][\w.]*)")


def requirement_lines(text: str) -> list[str]:
    """The lines that ask for something, without comments and outer spaces. The browser does the same."""
    lines = [COMMENT.sub("", line).strip(" \t") for line in LINE_BREAK.split(text.removeprefix("\ufeff"))]
    return [line for line in lines if line]


def fingerprint(text: str) -> str:
    """Changes when other packages are asked for, and not with comments."""
    return hashlib.sha256("\n".join(requirement_lines(text)).encode()).hexdigest()


def read_requirements(text: str) -> list[Requirement]:
    """What a requirements.txt asks for. Raises RequirementsError."""
    if len(text) > TEXT_CHARACTERS:
        raise RequirementsError(f"requirements.txt may have {TEXT_CHARACTERS:,} characters at most.")
    lines = requirement_lines(text)
    if len(lines) > LINES:
        raise RequirementsError(f"requirements.txt may name {LINES} packages at most; it names {len(lines)}.")
    return [_requirement(line) for line in lines]


def _requirement(line: str) -> Requirement:
    shown = _shown(line)
    if len(line) > LINE_CHARACTERS or not line.isprintable():
        raise RequirementsError(f"requirements.txt has a line that cannot be read: “{shown}”.")
    if line.startswith("-"):
        raise RequirementsError(
            f"requirements.txt: “{shown}” is an option of pip, and options do not work here; "
            "write one package on each line."
        )
    try:
        requirement = Requirement(line)
    except InvalidRequirement:
        raise RequirementsError(f"requirements.txt: {_what_to_write(line, shown)}") from None
    if requirement.url or ARCHIVE.search(requirement.name):
        raise RequirementsError(f"requirements.txt: {_no_address(shown)}")
    if normal_name(requirement.name) in _STANDARD_LIBRARY:
        raise RequirementsError(
            f"requirements.txt: {requirement.name} comes with Python, so take the line “{shown}” away."
        )
    return requirement


def _what_to_write(line: str, shown: str) -> str:
    if found := COMMAND.match(line):
        return f"“{shown}” has too many words: write only the name of the package, {found[1]}."
    if found := ONE_EQUALS.fullmatch(line):
        return f"“{shown}” needs two equals signs: {found[1]}=={found[2]}."
    if ADDRESS.search(line) or ARCHIVE.search(line):
        return _no_address(shown)
    return f"“{shown}” is not the name of a package; write it as in cowsay or cowsay==6.1."


def _no_address(shown: str) -> str:
    return (
        f"“{shown}” is an address or a file; only names of packages work here, such as cowsay or cowsay==6.1."
    )


def _shown(line: str) -> str:
    """A piece of the line that can stand in a sentence."""
    clean = "".join(character if character.isprintable() else "�" for character in line)
    return clean if len(clean) <= SHOWN_CHARACTERS else f"{clean[:SHOWN_CHARACTERS]}…"


# Modules of the server's Python that the browser's does not have any more.
_REMOVED = set(
    """
    aifc asynchat asyncore audioop cgi cgitb chunk crypt distutils imghdr imp lib2to3 mailcap msilib nis nntplib
    ossaudiodev pipes smtpd sndhdr spwd sunau telnetlib uu xdrlib
    """.split()  # noqa: SIM905
)
_STANDARD_LIBRARY = {
    normal_name(name) for name in sys.stdlib_module_names - _REMOVED if not name.startswith("_")
}
