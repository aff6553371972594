"""Whatever comes in, it is read or it is told what is wrong: no text, archive or track makes the reader fail."""

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.document import read_file, read_folder, read_upload, validate, write_file
from exercises.document.archive import zipped
from tests.exercises.test_document_exercism import TRACK
from tests.exercises.test_document_folder_form import AREA, FILES

PIECES = st.sampled_from(
    ["\n", "  ", ": ", "- ", '"', "'", "|\n", ">", "{", "}", "[", "]", "&a ", "*a", "!x ", "!!binary ", "---\n", "#",
     "\t", "\0", "\ud800", "\x85", "\u2028", "null", "1e999", "..", "/", "%", "@", "? ", "<<", "é", "😀", "\ufeff",
     "\r", "title", "checks:\n", "kind: random\n", "cases", "rules", "starter:\n", "gives: ", "main: "]
)  # fmt: skip
ARCHIVE = zipped(FILES)


@st.composite
def changed(draw, original, pieces):
    """The original with some of it replaced."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(original)))
        original = original[:at] + draw(pieces) + original[at + draw(st.integers(0, 8)) :]
    return original


@settings(max_examples=200, deadline=None)
@given(changed(AREA.decode(), PIECES) | st.lists(PIECES).map("".join))
def test_any_text_is_read_or_told(text):
    document, problems = read_file(text)

    assert [str(problem).encode() for problem in problems if "\n" in problem.sentence] == []
    if not problems:
        assert read_file(write_file(document)) == (document, [])


@settings(max_examples=200, deadline=None)
@given(changed(ARCHIVE, st.binary(max_size=4)))
def test_any_archive_is_read_or_told(content):
    found = read_upload("area.zip", content)

    assert found.exercises or found.messages


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_any_track_is_read_or_told(data):
    path = data.draw(st.sampled_from(sorted(TRACK)))
    content = data.draw(changed(TRACK[path], PIECES.map(lambda piece: piece.encode(errors="surrogatepass"))))

    found = read_folder({**TRACK, path: content}, "track")

    for collection in found.collections:
        assert all(validate(exercise.document)[1] == [] for exercise in collection.exercises)
    assert [str(message).encode() for message in found.messages]
