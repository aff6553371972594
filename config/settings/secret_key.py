"""The secret key: given by the operator, or made once and kept in DATA_DIR."""

import os
import secrets
from pathlib import Path


def secret_key(data_dir: Path, given: str) -> str:
    """The key that was given, else the one in `data_dir/secret-key.txt`, which is made (0600) when missing."""
    if given:
        return given
    path = data_dir / "secret-key.txt"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(50))
    return path.read_text().strip()


def _write_once(path: Path, text: str) -> None:
    """Write a file of our own and link it into place: of several first starters, one wins and all read its key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first; its key counts
    finally:
        draft.unlink()
