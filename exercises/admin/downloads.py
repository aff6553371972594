"""Exercises as files to take along."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from exercises.document import ImportedCollection, ImportedExercise, Message, write_zip
from schools.errors import plain_error


def file_response(name: str, content: bytes, kind: str) -> HttpResponse:
    """A file to be saved under this name."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    return response


def zip_response(
    name: str, things: Iterable[ImportedCollection | ImportedExercise], messages: Iterable[Message]
) -> HttpResponse:
    """A ZIP; nothing but the sentences of what is wrong, should anything be."""
    if faults := "\n".join(str(message) for message in messages):
        return plain_error(400, f"This cannot be downloaded before it is complete.\n{faults}")
    return file_response(f"{name}.zip", write_zip(things), "application/zip")
