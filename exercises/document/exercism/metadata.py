"""JSON of a track: read with care, whatever stands in it."""

import json
from typing import Any


class MetadataError(ValueError):
    """JSON that cannot be read; the text is a sentence, `line` where it stands if that is known."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


def read_object(content: bytes) -> dict[str, Any]:
    """The object of a JSON file. Raises MetadataError."""
    try:
        data = json.loads(content)
    except json.JSONDecodeError as error:
        raise MetadataError(f"This is no JSON: {error.msg}.", error.lineno) from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise MetadataError("This is no JSON that can be read.") from None
    if not isinstance(data, dict):
        raise MetadataError("This must be a JSON object.")
    return data


def text(data: dict[str, Any], name: str) -> str:
    """A field's text in one line, or nothing."""
    value = data.get(name)
    return " ".join(_whole(value).split()) if isinstance(value, str) else ""


def texts(data: dict[str, Any], name: str) -> list[str]:
    """A field's list of texts; whatever is no text is passed over."""
    value = data.get(name)
    return [_whole(item) for item in value if isinstance(item, str)] if isinstance(value, list) else []


def objects(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """A field's list of objects."""
    value = data.get(name)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def inner(data: dict[str, Any], name: str) -> dict[str, Any]:
    """A field's object."""
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def line_of_slug(content: bytes, slug: str) -> int | None:
    """The line of a track's config.json that names an exercise."""
    written = f'"slug": {json.dumps(slug)}'.encode()
    at = content.find(written)
    return content.count(b"\n", 0, at) + 1 if at >= 0 else None


def _whole(words: str) -> str:
    """The words without half characters, which JSON can escape and nothing can store."""
    return words.encode(errors="replace").decode()


def shortened(words: str, longest: int) -> str:
    """The words, cut between two of them where they are too long."""
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
