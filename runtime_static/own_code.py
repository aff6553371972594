"""Our own Python packages for the browser: their sources, and the bytecode that the set-up made of them.

`codeyard` is there wherever Python starts; `codeyard_checks` is fetched where something is checked.
"""

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path

from runtime_static import vendor

FOLDER = Path(__file__).parent / "static/runtime/py"
PACKAGES = ("codeyard", "codeyard_checks")


def texts(package: str) -> dict[str, str]:
    """The sources of one of `PACKAGES` by file name."""
    folder = FOLDER / package
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.py"))
    }


def digest(package: str) -> str:
    """Sixteen characters that change with the sources."""
    return hashlib.sha256(json.dumps(texts(package)).encode()).hexdigest()[:16]


@lru_cache(maxsize=len(PACKAGES))
def served_digest(package: str) -> str:
    """What this process serves: the digest, with another ending where there is no bytecode of these sources."""
    return digest(package) if _bytecode(package) else f"{digest(package)}-source"


@lru_cache(maxsize=len(PACKAGES))
def served_files(package: str) -> str:
    """JSON of base64 by file name: bytecode, or the sources where they have changed since the set-up ran."""
    made = _bytecode(package)
    if made is not None:
        return made.read_text(encoding="utf-8")
    return json.dumps(
        {name: base64.b64encode(text.encode()).decode() for name, text in texts(package).items()}
    )


def _bytecode(package: str) -> Path | None:
    made = vendor.manifest().get("python_own_packages", {}).get(package)
    if made is None or made["digest"] != digest(package):
        return None
    path = vendor.file_at(made["address"])
    return path if path.is_file() else None
