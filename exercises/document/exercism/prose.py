"""Markdown of a track: one text of several files, hints by their headings."""

import re
from collections.abc import Iterable, Iterator

from exercises.document import limits

_FIRST_HEADING = re.compile(
    r"\s*# +(?:introduction|instructions|description|hints)(?: append)?[ \t]*(?:\n|$)", re.I
)
_FENCE = re.compile(
    r"(?P<fence>~{3,}|`{3,})exercism/(?P<kind>\w+)[ \t]*\n(?P<body>.*?)\n(?P=fence)[ \t]*(?=\n|$)", re.S
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[ \t]+\S.*$", re.M)
_REMOTE_PICTURE = re.compile(r"!\[[^\]\n]*\](?:\(\s*<?https?://|\[)|<img\b")


def whole_text(introduction: str, instructions: str, append: str) -> str:
    """Introduction and instructions, without the headings that only name the file."""
    parts = [_body(introduction), _body(instructions), _body(append)]
    if parts[0] and parts[1]:
        parts[1] = f"## Instructions\n\n{parts[1]}"
    return "\n\n".join(part for part in parts if part)


def hints(text: str) -> list[str]:
    """A hint for each heading of a hints.md, with the link definitions that it uses."""
    body = _body(text)
    definitions = _DEFINITION.findall(body)
    sections = re.split(r"^## +", _DEFINITION.sub("", body), flags=re.M)
    found = [_hint(section, definitions) for section in sections if section.strip()]
    return [hint for hint in found if hint][: limits.HINTS]


def remote_pictures(text: str) -> Iterator[int]:
    """The lines with pictures that stand on another server."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _REMOTE_PICTURE.search(line):
            yield number


def _hint(section: str, definitions: Iterable[str]) -> str:
    title, _, body = section.strip().partition("\n")
    if not body.strip():
        return title if title.startswith(("-", "*")) else ""
    used = [line for line in definitions if line.split("]")[0].strip() + "]" in body]
    heading = title if title.startswith(("-", "*")) else f"**{title}**\n"
    return "\n".join([heading, body.strip(), *(["", *used] if used else [])])


def _body(text: str) -> str:
    return _FENCE.sub(_quoted, _FIRST_HEADING.sub("", text, count=1)).strip("\n").rstrip()


def _quoted(fence: re.Match[str]) -> str:
    lines = [f"**{fence['kind'].capitalize()}**", "", *fence["body"].split("\n")]
    return "\n".join(f"> {line}".rstrip() for line in lines)
