"""What the exercise page sends, checked word by word. Every function raises `Refusal` for what it cannot use."""

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from exercises.document.files import exact_file
from exercises.enums import CheckState
from exercises.limits import SNAPSHOT_BYTES, SNAPSHOT_FILES
from exercises.models import Exercise, ExerciseVersion
from projects.api.errors import invalid, too_large
from projects.api.payloads import Payload, text_field, typed
from projects.file_names import FileNameError, clean_path, path_key
from projects.limits import MEGABYTE

FIELDS = {"nonce", "version", "files", "results"}
LONGEST_NONCE = 200
LONGEST_CHECK = 200


@dataclass(frozen=True)
class Report:
    """An attempt as it was sent: FILEs in the document's form, and the state of every visible check."""

    nonce: str
    version: ExerciseVersion
    files: list[dict[str, str]]
    results: dict[str, str]


def attempt_report(payload: Payload, exercise: Exercise) -> Report:
    """`{nonce, version, files: [{path, text | base64}], results: [{check, state}]}`, and nothing else."""
    _exactly(payload, FIELDS, "an attempt")
    nonce = text_field(payload, "nonce")
    if len(nonce) > LONGEST_NONCE:
        raise invalid("“nonce” is too long.")
    version = exercise.versions.filter(pk=typed(payload["version"], int, "version")).first()
    if version is None:
        raise invalid("“version” is no version of this exercise.")
    return Report(nonce, version, _files(payload), _results(payload, version))


def _files(payload: Payload) -> list[dict[str, str]]:
    sent = typed(payload["files"], list, "files")
    if len(sent) > SNAPSHOT_FILES:
        raise too_large(f"An attempt may hold {SNAPSHOT_FILES} files at most.")
    files, keys, total = [], set(), 0
    for one in sent:
        path, content = _file(one)
        keys.add(path_key(path))
        total += len(content)
        files.append(exact_file(path, content))
    if len(keys) != len(files):
        raise invalid("Two files have the same name.")
    if total > SNAPSHOT_BYTES:
        raise too_large(f"The files of an attempt may take {SNAPSHOT_BYTES // MEGABYTE} MB at most.")
    return files


def _file(sent: Any) -> tuple[str, bytes]:
    file = typed(sent, dict, "files")
    form = "base64" if "base64" in file else "text"
    _exactly(file, {"path", form}, "a file")
    try:
        path = clean_path(text_field(file, "path"))
    except FileNameError as error:
        raise invalid(str(error)) from error
    text = text_field(file, form)
    if form == "text":
        return path, text.encode()
    try:
        return path, base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise invalid("“base64” cannot be read.") from error


def _results(payload: Payload, version: ExerciseVersion) -> dict[str, str]:
    visible = [check["id"] for check in version.document["checks"] if not check["hidden"]]
    sent = typed(payload["results"], list, "results")
    if len(sent) > len(visible):
        raise invalid("“results” has more checks than the exercise shows.")
    results = dict(_result(one) for one in sent)
    if len(results) != len(sent) or set(results) != set(visible):
        raise invalid("“results” must name every check that the exercise shows, once.")
    return {check: results[check] for check in visible}


def _result(sent: Any) -> tuple[str, str]:
    result = typed(sent, dict, "results")
    _exactly(result, {"check", "state"}, "a result")
    check, state = text_field(result, "check"), text_field(result, "state")
    if len(check) > LONGEST_CHECK or state not in CheckState.values:
        raise invalid("A result is passed, failed or error.")
    return check, state


def _exactly(sent: dict[str, Any], fields: set[str], what: str) -> None:
    if set(sent) != fields:
        raise invalid(f"The fields of {what} are {', '.join(sorted(fields))}, and no others.")
