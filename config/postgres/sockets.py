"""Where the server's Unix socket lives: a kernel allows about 104 characters for its path."""

import hashlib
import os
import pwd
import stat
from pathlib import Path

from config.postgres.errors import EmbeddedPostgresError

SOCKET_NAME = ".s.PGSQL.5432.lock"
LONGEST_PATH = 103
# Not TMPDIR or XDG_RUNTIME_DIR: a server under systemd and a command in a shell must come to the same folder.
TEMPORARY = Path("/tmp")  # noqa: S108 (the folder in it is private, and refused when it is not)


def socket_directory(root: Path) -> Path:
    """`root` itself, or a private hashed folder among the temporary files where its path is too long."""
    if len(os.fsencode(root / SOCKET_NAME)) <= LONGEST_PATH:
        return root
    digest = hashlib.sha256(os.fsencode(root)).hexdigest()[:12]
    return TEMPORARY / f"codeyard-{os.geteuid()}-{digest}"


def make_socket_directory(root: Path, owner: int | None = None) -> Path:
    """The folder of `socket_directory`, made when missing; refused when somebody else could write in it.

    `owner` is the user whom the server runs as, where root lends it another identity.
    """
    directory = socket_directory(root)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    status = directory.lstat()
    is_private = stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o077
    if status.st_uid not in (os.geteuid(), *_lent()) or not is_private:
        raise EmbeddedPostgresError(
            f"{directory} must be a folder that only you can open. Remove it and try again."
        )
    if owner is not None and status.st_uid != owner:
        os.chown(directory, owner, -1)
    return directory


def _lent() -> list[int]:
    """Who else may own the folder: the user whom root lends to the server."""
    return [pwd.getpwnam("nobody").pw_uid] if os.geteuid() == 0 else []
