"""Our own Python package for the browser, `codeyard`: its sources, and the bytecode that the set-up made of them."""

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from runtime_static import vendor

OWN_PYTHON = Path(__file__).parent / "static/runtime/py/codeyard"


def texts() -> dict[str, str]:
    """The sources by file name."""
    return {
        path.relative_to(OWN_PYTHON).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(OWN_PYTHON.rglob("*.py"))
    }


def digest() -> str:
    """Sixteen characters that change with the sources."""
    return hashlib.sha256(json.dumps(texts()).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def served_digest() -> str:
    """What this process serves: the digest, with another ending where there is no bytecode of these sources."""
    return digest() if _bytecode() else f"{digest()}-source"


@lru_cache(maxsize=1)
def served_files() -> str:
    """JSON of base64 by file name: bytecode, or the sources where they have changed since the set-up ran."""
    made = _bytecode()
    if made is not None:
        return made.read_text(encoding="utf-8")
    return json.dumps({name: base64.b64encode(text.encode()).decode() for name, text in texts().items()})


def _bytecode() -> Path | None:
    manifest = vendor.manifest()
    if manifest.get("python_own_digest") != digest():
        return None
    path = Path(settings.VENDOR_ROOT) / manifest["python_own"].removeprefix(settings.VENDOR_URL)
    return path if path.is_file() else None
