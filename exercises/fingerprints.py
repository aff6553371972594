"""What names a document, and what names a set of files: SHA-256 in lower-case hexadecimal digits."""

import hashlib
import json
from typing import Any


def fingerprint(data: Any) -> str:
    """Of plain data, whatever the order of its keys."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
