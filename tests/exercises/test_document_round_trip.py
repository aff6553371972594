"""Whatever a document holds, each of its forms gives it back as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.document import (
    ImportedCollection,
    ImportedExercise,
    canonical,
    collection_files,
    exercise_files,
    read_file,
    read_folder,
    validate,
    write_file,
)
from tests.exercises.documents import documents


@settings(max_examples=30, deadline=None)
@given(documents())
def test_a_valid_document_is_its_own_canonical_form(document):
    again, problems = validate(document)

    assert problems == []
    assert canonical(again) == canonical(document)


@settings(max_examples=30, deadline=None)
@given(documents())
def test_one_file_gives_the_document_back(document):
    text = write_file(document)

    again, problems = read_file(text)

    assert problems == []
    assert canonical(again) == canonical(document)
    assert write_file(again) == text


@settings(max_examples=30, deadline=None)
@given(documents())
def test_a_folder_gives_the_document_back(document):
    files = exercise_files(document)

    found = read_folder(files, "area")

    assert found.messages == []
    assert canonical(found.exercises[0].document) == canonical(document)
    assert exercise_files(found.exercises[0].document) == files


@settings(max_examples=20, deadline=None)
@given(st.lists(documents(), max_size=2))
def test_a_collection_gives_its_documents_back(some):
    exercises = [ImportedExercise(f"exercise-{number}", document) for number, document in enumerate(some)]
    collection = ImportedCollection("shapes", "Shapes", "All: of them", "# Shapes", exercises)

    found = read_folder(collection_files(collection), "shapes")

    assert found.messages == []
    assert found.collections == [collection]
