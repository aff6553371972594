"""An exercise as one Markdown file: fields in YAML between two lines `---`, and the text beneath."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from exercises.document import limits
from exercises.document.files import bytes_of, file_of
from exercises.document.identifiers import needless
from exercises.document.kinds import COMMON, FIELDS
from exercises.document.problems import Path, Problem, with_lines
from exercises.document.records import Record
from exercises.document.shapes import line_ends
from exercises.document.terse import terse_record
from exercises.document.validation import DOCUMENT_FIELDS, FOLDERS, TOO_LARGE, validate
from exercises.document.written import Binary
from exercises.document.yaml_reading import Tree, YamlError, read_yaml
from exercises.document.yaml_writing import write_yaml

Folders = Mapping[str, list[dict[str, str]]]
Read = tuple[dict[str, Any], list[Problem]]

_FRONT = re.compile(r"---[ \t]*\n(?P<fields>(?:.*\n)*?)---[ \t]*(?:\n(?P<text>[\s\S]*))?")


def read_file(text: str, files: Mapping[str, list[dict[str, str]]] | None = None) -> Read:
    """The document of an exercise.md, and what is wrong with it, in the file's order and with its lines.

    `files` are those that stand in folders beside it, by folder.
    """
    parts = _FRONT.fullmatch(line_ends(text.removeprefix("\ufeff")))
    if len(text.encode(errors="replace")) > limits.WRITTEN_BYTES:
        return _failed(TOO_LARGE, 1)
    if parts is None:
        return _failed("The file must begin with its fields between two lines “---”.", 1)
    try:
        tree = read_yaml(parts["fields"], first_line=2)
    except YamlError as error:
        return _failed(str(error), error.line)
    return _document(tree, parts["text"] or "", files or {})


def write_file(document: Mapping[str, Any], *, with_files: bool = True) -> str:
    """The exercise.md of a valid document. Without files it goes into a folder, with them beside it."""
    fields: dict[str, Any] = {}
    for name, known in DOCUMENT_FIELDS.items():
        if name not in (*FOLDERS, "text", "checks") and document[name] != known.default:
            fields[name] = document[name]
    spare = needless(document["checks"])
    if document["checks"]:
        fields["checks"] = [_terse_check(check, document["main"], spare) for check in document["checks"]]
    for name in FOLDERS if with_files else ():
        if document[name]:
            fields[name] = {file["path"]: _content(file) for file in document[name]}
    text = f"\n{document['text']}\n" if document["text"] else ""
    return f"---\n{write_yaml(fields)}---\n{text}"


def _document(tree: Tree, text: str, files: Mapping[str, list[dict[str, str]]]) -> Read:
    if not isinstance(tree.value, Mapping):
        return _failed("The fields are written as name: value, one on each line.", 2)
    lines = dict(tree.lines)
    data: dict[str, Any] = dict(tree.value)
    faults = _doubled(tree.doubled)
    if "text" in data:
        faults.append(
            Problem("field text", "The text stands beneath the fields.", ("text",), lines[("text",)])
        )
    data["text"] = text
    for name in FOLDERS:
        data[name] = [*_files_of(name, data.get(name), lines), *files.get(name, [])]
    document, problems = validate(data)
    return document, sorted(faults + with_lines(problems, lines), key=lambda problem: problem.line or 0)


def _files_of(folder: str, value: Any, lines: dict[Path, int]) -> Iterable[Any]:
    if not isinstance(value, Mapping):
        return [] if value is None or value == "" else [value]
    made = []
    for number, (path, content) in enumerate(value.items()):
        lines[(folder, number)] = lines.get((folder, path), 1)
        made.append(
            file_of(path, content) if isinstance(content, Binary) else {"path": path, "text": content}
        )
    return made


def _doubled(doubled: Iterable[tuple[Path, int]]) -> list[Problem]:
    return [Problem(f"field {path[-1]}", "This stands here twice.", path, line) for path, line in doubled]


def _failed(sentence: str, line: int) -> Read:
    return validate({"title": ""})[0], [Problem("", sentence, (), line)]


def _content(file: Mapping[str, str]) -> str | Binary:
    return file["text"] if "text" in file else Binary(bytes_of(file))


def _terse_check(check: Mapping[str, Any], main: str, spare: set[str]) -> dict[str, Any]:
    fields = {**COMMON, **FIELDS[check["kind"]]}
    first = {name: fields[name] for name in ("name", "kind")}
    terse = terse_record(Record("", {**first, **fields}, main), check)
    if check["id"] in spare:
        del terse["id"]
    return terse
