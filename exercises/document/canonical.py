"""The one spelling of a document, and its hash."""

import hashlib
import json
from typing import Any


def canonical(document: Any) -> str:
    """JSON with sorted keys and no white space: equal documents have equal texts."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(document: Any) -> str:
    """The SHA-256 of the canonical text in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(document).encode()).hexdigest()
