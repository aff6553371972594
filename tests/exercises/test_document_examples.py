"""docs/exercise-format.md: every example in it is read, and every field and kind stands in it."""

import re
import textwrap

import pytest

from config.paths import BASE_DIR
from exercises.document import read_file, read_folder, write_file
from exercises.document.kinds import COMMON, FIELDS
from exercises.document.validation import DOCUMENT_FIELDS

TEXT = (BASE_DIR / "docs" / "exercise-format.md").read_text()
BLOCKS = re.findall(r"^(?P<fence>~{3,}|`{3,})(\w+)\n(.*?)^(?P=fence)$", TEXT, re.S | re.M)
WHOLE = [body for _, language, body in BLOCKS if language == "markdown"]
CHECKS = [body for _, language, body in BLOCKS if language == "yaml" and body.startswith("- name:")]
COLLECTIONS = [body for _, language, body in BLOCKS if language == "yaml" and body.startswith("title:")]


def exercise(checks):
    """An exercise with these checks, and with the tests files that they name."""
    named = re.findall(r"^  (?:make|file): (.*)$", checks, re.M)
    tests = "".join(f"  {path}: x\n" for path in named)
    files = f"tests:\n{tests}" if named else ""
    return f"---\ntitle: Example\nchecks:\n{textwrap.indent(checks, '  ')}{files}---\n"


def test_the_examples_are_found():
    assert len(WHOLE) == 2
    assert len(CHECKS) >= 18
    assert len(COLLECTIONS) == 1


@pytest.mark.parametrize(
    "text", [*WHOLE, *map(exercise, CHECKS)], ids=lambda text: " ".join(text.split()[1:9])
)
def test_an_example_is_read_without_a_fault(text):
    document, problems = read_file(text)

    assert [str(problem) for problem in problems] == []
    assert read_file(write_file(document)) == (document, [])


def test_the_collection_is_read():
    folders = dict.fromkeys(["area", "volume", "greeting"], b"---\ntitle: One\n---\n")
    files = {f"{name}/exercise.md": content for name, content in folders.items()}

    found = read_folder({"collection.yaml": COLLECTIONS[0].encode(), **files}, "first")

    assert found.messages == []
    assert [exercise.slug for exercise in found.collections[0].exercises] == ["area", "volume", "greeting"]


def test_every_kind_has_an_example():
    shown = {read_file(exercise(checks))[0]["checks"][0]["kind"] for checks in CHECKS}

    assert shown == set(FIELDS)


@pytest.mark.parametrize(
    "field", [*DOCUMENT_FIELDS, *COMMON, *sorted({name for each in FIELDS.values() for name in each})]
)
def test_every_field_is_named(field):
    assert field == "text" or re.search(rf"`{field}\b|^ *(- )?{field}:( |$)", TEXT, re.M)
