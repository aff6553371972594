"""YAML as written: maps, lists and scalars with their lines. Nothing is resolved, so nothing can be made to run or to
grow: aliases, tags of Python and deep nesting are refused.
"""

import base64
import binascii
from dataclasses import dataclass, field
from typing import Any

import yaml

from exercises.document import limits
from exercises.document.problems import Path
from exercises.document.written import Binary, Mapping, Scalar, Sequence, scalar

_BINARY = "tag:yaml.org,2002:binary"
_TAGS = {None, "!", _BINARY, *(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))}


# The parser in C reads five megabytes in half a second, the one in Python takes ten; both give the same events.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(ValueError):
    """Text that is no YAML, or YAML that is not taken; the text is a sentence, `line` where it stands."""

    def __init__(self, sentence: str, line: int) -> None:
        super().__init__(sentence)
        self.line = line


@dataclass(slots=True)
class Tree:
    """What stood there: `value`, the line of each path in it, and keys that stood twice (path, line)."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    doubled: list[tuple[Path, int]] = field(default_factory=list)


def read_yaml(text: str, first_line: int = 1) -> Tree:
    """The tree of the text. Raises YamlError."""
    builder = _Builder(text, first_line)
    try:
        return builder.build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(_in_words(error), first_line + (mark.line if mark else 0)) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.encode()[: error.position].count(b"\n")
        raise YamlError("This line holds a character that cannot be shown.", line) from None
    except UnicodeEncodeError as error:
        line = first_line + text.count("\n", 0, error.start)
        raise YamlError("This line holds half a character.", line) from None


class _Builder:
    """Builds the tree from PyYAML's events, one after the other."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text.removeprefix("\ufeff")
        self._first_line = first_line
        self._events = yaml.parse(self._text, Loader=_LOADER)
        self._left = limits.YAML_NODES
        self._tree = Tree()

    def build(self) -> Tree:
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return self._tree
        self._tree.value = self._value(self._next(), ())
        self._next()
        if not isinstance(self._next(), yaml.StreamEndEvent):
            raise YamlError("There may be one YAML document only.", self._line_now)
        return self._tree

    def _next(self) -> Any:
        event: Any = next(self._events)
        if isinstance(event, yaml.StreamStartEvent):
            event = next(self._events)
        self._line_now = self._first_line + event.start_mark.line
        self._left -= 1
        if self._left < 0:
            raise YamlError("This is too much for one exercise.", self._line_now)
        return event

    def _value(self, event: Any, path: Path) -> Any:
        line = self._line_now
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(
                "Anchors and aliases (& and *) are not used here; write the text out, in quotes.", line
            )
        if getattr(event, "tag", None) not in _TAGS:
            raise YamlError(f"The tag {event.tag} is not used here; put the text in quotes.", line)
        if len(path) > limits.YAML_DEPTH:
            raise YamlError("This is nested too deep.", line)
        self._tree.lines.setdefault(path, line)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        return (
            self._map(event, path) if isinstance(event, yaml.MappingStartEvent) else self._list(event, path)
        )

    def _scalar(self, event: Any, line: int) -> Scalar | Binary:
        if event.tag != _BINARY:
            return scalar(event.value, plain=not event.style and event.tag is None)
        try:
            return Binary(base64.b64decode("".join(event.value.split()), validate=True))
        except (binascii.Error, ValueError):
            raise YamlError("What stands behind !!binary cannot be read.", line) from None

    def _list(self, start: Any, path: Path) -> Sequence:
        items = Sequence()
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        items.source = self._source(start, event)
        return items

    def _map(self, start: Any, path: Path) -> Mapping:
        fields = Mapping()
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            line = self._line_now
            if not isinstance(event, yaml.ScalarEvent):
                key = " ".join(self._text[event.start_mark.index :][:20].split())
                self._value(event, (*path, key))
            else:
                key = event.value
            inside = (*path, key)
            if key in fields:
                self._tree.doubled.append((inside, line))
            self._tree.lines[inside] = line
            fields[key] = self._value(self._next(), inside)
        fields.source = self._source(start, event)
        return fields

    def _source(self, start: Any, end: Any) -> str | None:
        return self._text[start.start_mark.index : end.end_mark.index] if start.flow_style else None


def _in_words(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it cannot be read"
    for found, sentence in _WORDS.items():
        if found in problem:
            return sentence
    return f"This is no YAML: {problem}."


_BACKSLASH = "A backslash between double quotes must be written twice; or use single quotes."
_WORDS = {
    "mapping values are not allowed": "A colon followed by a space stands inside this text: put the text in quotes.",
    "tab": "A tab stands here; indent with spaces.",
    "'\\t'": "A tab stands here; indent with spaces.",
    "found unexpected end of stream": "A quote is opened here and never closed.",
    "could not find expected ':'": "A colon is missing here, or the text needs quotes.",
    "expected <block end>": "This line is not indented as the lines around it, or its text needs quotes.",
    "cannot start any token": "Text that begins with this character must stand in quotes.",
    "did not find expected key": "This line is not indented as the lines around it, or its text needs quotes.",
    "hexdecimal": _BACKSLASH,
    "escape": _BACKSLASH,
    "did not find expected <document start>": "The fields end here unexpectedly: is this line indented too little?",
}
