"""What the browser sends, checked word by word. Every function raises `Refusal` for what it cannot use."""

import base64
import binascii
import json
import re
from typing import Any, NoReturn, TypeVar

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from projects.api.errors import invalid, too_large
from projects.services.replays import Change

Payload = dict[str, Any]
T = TypeVar("T")

_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LARGEST_REVISION = 2**31 - 1


def read_json(request: HttpRequest) -> Payload:
    """The object in the request's body."""
    if request.content_type != "application/json":
        raise invalid("This address takes JSON.")
    if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise too_large("This is too much to save at once.")
    try:
        found = json.loads(request.body, parse_constant=_refuse_constant)
    except RequestDataTooBig as error:
        raise too_large("This is too much to save at once.") from error
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        raise invalid("This is not JSON that can be read.") from error
    if not isinstance(found, dict):
        raise invalid("The JSON must be an object.")
    return found


def save_change(payload: Payload) -> Change:
    """`{path, baseRevision, key, text | base64}`."""
    content, is_binary = _content(payload)
    return Change(
        operation="save",
        path=text_field(payload, "path"),
        base_revision=_revision(payload),
        key=_key(payload),
        content=content,
        is_binary=is_binary,
    )


def rename_change(payload: Payload) -> Change:
    """`{path, baseRevision, key}`."""
    path = text_field(payload, "path")
    return Change(operation="rename", path=path, base_revision=_revision(payload), key=_key(payload))


def delete_change(payload: Payload) -> Change:
    """`{baseRevision, key}`."""
    return Change(operation="delete", base_revision=_revision(payload), key=_key(payload))


def flag(payload: Payload, name: str) -> bool:
    """An optional true or false."""
    return typed(payload.get(name, False), bool, name)


def text_field(payload: Payload, name: str) -> str:
    """A string that can be written as UTF-8 and stored by PostgreSQL."""
    text = typed(payload.get(name), str, name)
    _utf8(text, name)
    return text


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def typed(value: object, kind: type[T], name: str) -> T:
    """`value`, when it is of exactly this type."""
    if type(value) is not kind:
        raise invalid(f"“{name}” is missing or of the wrong type.")
    return value


def _utf8(text: str, name: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:  # half of a surrogate pair
        raise invalid(f"“{name}” holds characters that do not exist.") from error


def _revision(payload: Payload) -> int:
    revision = typed(payload.get("baseRevision"), int, "baseRevision")
    if not 0 <= revision <= _LARGEST_REVISION:
        raise invalid("“baseRevision” is out of range.")
    return revision


def _key(payload: Payload) -> str:
    key = typed(payload.get("key"), str, "key")
    if not _KEY.fullmatch(key):
        raise invalid("“key” must be 1 to 64 letters, digits, - or _.")
    return key


def _content(payload: Payload) -> tuple[bytes, bool]:
    """The bytes, and whether they are binary."""
    if ("text" in payload) == ("base64" in payload):
        raise invalid("Send either “text” or “base64”.")
    if "text" in payload:
        return _utf8(typed(payload["text"], str, "text"), "text"), False
    try:
        return base64.b64decode(typed(payload["base64"], str, "base64"), validate=True), True
    except (binascii.Error, ValueError) as error:
        raise invalid("“base64” cannot be read.") from error
