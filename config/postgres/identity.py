"""As whom the server runs: PostgreSQL refuses root, so root lends it another identity."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config.postgres.errors import EmbeddedPostgresError
from config.programs import run_quietly

AS_NOBODY = ("unshare", "--user", "--map-user=65534", "--map-group=65534")
MAY_PASS = 0o001


@dataclass(frozen=True)
class Identity:
    """What to put before a command, which user to become for it, and who owns the files."""

    owner: int
    prefix: Sequence[str] = ()
    user: int | None = None

    def run(self, command: Sequence[str | Path], **options: object) -> subprocess.CompletedProcess[str]:
        """Run a program of PostgreSQL's and give what it said."""
        if self.user is not None:
            options = {**options, "user": self.user, "group": self.owner_group, "extra_groups": []}
        return run_quietly([*self.prefix, *command], **options)

    @property
    def owner_group(self) -> int:
        """The group that goes with the user."""
        return pwd.getpwuid(self.owner).pw_gid

    def own(self, root: Path) -> None:
        """Make every file below `root` the owner's, where root started the cluster in another way before."""
        if os.geteuid() != 0 or root.stat().st_uid == self.owner:
            return
        for path in [root, *root.rglob("*")]:
            os.chown(path, self.owner, -1, follow_symlinks=False)


def find_identity(root: Path, programs: Path) -> Identity:
    """The identity under which the server in `root` can run with these programs.

    Raises EmbeddedPostgresError when root may lend none.
    """
    if os.geteuid() != 0:
        return Identity(os.geteuid())
    if _has_namespaces():
        return Identity(0, prefix=AS_NOBODY)  # nobody inside, root's own files outside
    nobody = pwd.getpwnam("nobody").pw_uid
    closed = next(_closed_folders(root, programs), None)
    if closed is not None:
        raise EmbeddedPostgresError(
            f"PostgreSQL does not run as root, and another user cannot enter {closed}. Start Codeyard as an ordinary "
            "user, put it into a folder that everybody may enter, or set DATABASE_URL."
        )
    return Identity(nobody, user=nobody)


@cache
def _has_namespaces() -> bool:
    """Whether root may make a user namespace; many containers forbid it."""
    return (
        shutil.which("unshare") is not None
        and subprocess.run([*AS_NOBODY, "true"], capture_output=True, check=False).returncode == 0
    )


def _closed_folders(root: Path, programs: Path) -> Iterator[Path]:
    """Folders on the way that only root may pass. DATA_DIR is ours: it is opened for passing, not for reading."""
    data_dir = root.parent
    if data_dir.exists() and data_dir.stat().st_uid == 0:
        data_dir.chmod(data_dir.stat().st_mode | MAY_PASS)
    for folder in (*reversed(root.parents), *reversed(programs.resolve().parents), programs.resolve()):
        if not folder.stat().st_mode & MAY_PASS:
            yield folder
