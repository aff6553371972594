"""Whether data is a document, and the document in its canonical form."""

from collections.abc import Mapping
from typing import Any

from exercises.document import limits
from exercises.document.agreements import AGREEMENTS
from exercises.document.canonical import canonical
from exercises.document.files import FileShape, report_clashes, usable_path
from exercises.document.identifiers import SLUG, with_ids
from exercises.document.kinds import COMMON, FIELDS, KINDS
from exercises.document.problems import Place, Problem
from exercises.document.records import Field, Listing, Record
from exercises.document.shapes import Choice, FaultError, Text, did_you_mean

DIFFICULTIES = ("easy", "medium", "hard")
TOO_LARGE = f"The whole exercise may take {limits.DOCUMENT_BYTES // limits.MEGABYTE} MB at most."
FOLDERS = ("starter", "solution", "tests", "pictures")


def validate(data: Any) -> tuple[dict[str, Any], list[Problem]]:
    """The document with every default filled in, and what is wrong with it.

    Store it only when there are no problems: what is faulty has been left out or replaced by its default.
    """
    problems: list[Problem] = []
    place = Place(problems)
    main = _main_of(data)
    shape = Record(
        "an exercise",
        {**DOCUMENT_FIELDS, "checks": Field(Listing(CheckShape(main), limits.CHECKS, name_of=_name), [])},
    )
    try:
        document = shape.check(data, place)
    except FaultError:
        place.report("An exercise is a set of fields: title, text, checks and so on.")
        document = shape.check({"title": ""}, Place([]))
    document["title"] = document["title"] or ""
    _give_ids(document["checks"], place.field("checks"))
    _check_files(document, place)
    _check_references(document, place.field("checks"))
    if not problems and len(canonical(document).encode()) > limits.DOCUMENT_BYTES:
        place.report(TOO_LARGE)
    return document, problems


class CheckShape:
    """CHECK: the common fields and those of its kind."""

    def __init__(self, main: str) -> None:
        self.main = main

    def check(self, value: Any, place: Place) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise FaultError("This must be a check with a name, a kind and the fields of the kind.")
        kind = value.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            raise FaultError(f"A check needs a kind: {', '.join(KINDS)}{did_you_mean(kind, KINDS)}.", "kind")
        fields = {**COMMON, **FIELDS[str(kind)]}
        what = f"a check of kind “{kind}”"
        return Record(what, fields, self.main, finish=AGREEMENTS.get(str(kind))).check(value, place)


def markdown(text: str) -> str:
    """Markdown without empty lines around it."""
    lines = text.rstrip().split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


DOCUMENT_FIELDS: dict[str, Field] = {
    "title": Field(Text(limits.TITLE, filled=True)),
    "summary": Field(Text(limits.SUMMARY), ""),
    "difficulty": Field(Choice(DIFFICULTIES), "easy"),
    "topics": Field(Listing(Text(limits.TOPIC, filled=True), limits.TOPICS), []),
    "credit": Field(Text(limits.CREDIT, lines=True, then=markdown), ""),
    "text": Field(Text(limits.TEXT, lines=True, then=markdown), ""),
    "main": Field(Text(limits.WORD, filled=True, then=usable_path), "main.py"),
    "show_solution": Field(Choice(("passed", "never")), "passed"),
    **{
        name: Field(
            Listing(
                FileShape(pictures=name == "pictures"), limits.FILES, name_of=lambda file: _name(file, "path")
            ),
            [],
        )
        for name in FOLDERS
    },
    "hints": Field(Listing(Text(limits.HINT, lines=True, filled=True, then=markdown), limits.HINTS), []),
}


def _name(value: Any, key: str = "name") -> str:
    name = value.get(key) if isinstance(value, Mapping) else None
    return " ".join(str(name).split())[:60] if isinstance(name, str) else ""


def _main_of(data: Any) -> str:
    main = data.get("main") if isinstance(data, Mapping) else None
    try:
        return usable_path(main) if isinstance(main, str) and main.strip() else "main.py"
    except FaultError:
        return "main.py"


def _give_ids(checks: list[dict[str, Any]], place: Place) -> None:
    seen: set[str] = set()
    for number, check in enumerate(checks):
        spot = place.item(number, check["name"] or "").field("id")
        if check["id"] and not SLUG.fullmatch(check["id"]):
            spot.report("An id has small letters, digits and single hyphens only.")
        elif check["id"] and check["id"] in seen:
            spot.report(f"Two checks have the id “{check['id']}”.")
        seen.add(check["id"])
    for check, made in zip(checks, with_ids([(c["id"], c["name"] or "") for c in checks]), strict=True):
        check["id"] = made


def _check_files(document: dict[str, Any], place: Place) -> None:
    for name in FOLDERS:
        report_clashes(document[name], place.field(name))
        document[name].sort(key=lambda file: file["path"])
    if sum(len(document[name]) for name in FOLDERS) > limits.FILES:
        place.report(f"An exercise may have {limits.FILES} files at most.")
    written = {file["path"] for name in ("starter", "solution") for file in document[name]}
    if any(path.endswith(".py") for path in written) and document["main"] not in written:
        place.field("main").report(f"Neither starter nor solution has a file {document['main']}.")


def _check_references(document: dict[str, Any], place: Place) -> None:
    there = {file["path"] for file in document["tests"] if "text" in file}
    for number, check in enumerate(document["checks"]):
        field = {"unittest": "file", "doctest": "file", "puzzle": "make"}.get(check["kind"])
        if field and check[field] and check[field] not in there:
            spot = place.item(number, check["name"] or "").field(field)
            spot.report(f"There is no text file {check[field]} among the tests.")
