"""The SQL that makes a school's schema, written once for each set of migrations.

Replaying it takes a tenth of a second however many schools there are; migrating an empty schema takes seconds.
The text is pg_dump's, so constraints and sequences have the very names that migrations gave them, and later
migrations find them.
"""

import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from schools.names import SchoolError
from schools.services.fingerprint import migrations_fingerprint
from schools.services.pg_dump import find_pg_dump

# PostgreSQL writes this name in double quotes wherever it stands, because of its capital and its hyphen, so that it
# can be replaced by any other quoted name. No school can have it.
SCRATCH = "Codeyard-template"
SCRATCH_LOCK = 7_236_002


def template_sql(schema: str) -> str | None:
    """The statements that make `schema` as the migrations would, None where PostgreSQL's tools cannot write them.

    The first call for a set of migrations takes seconds: it migrates a scratch schema on a connection of its own.
    """
    path = _template_path()
    if not path.exists():
        tool = None if _is_citus() else find_pg_dump(_server_major())
        if tool is None:
            return None
        with ThreadPoolExecutor(1) as thread:  # a connection of its own, outside the caller's transaction
            thread.submit(_write_template, path, tool).result()
    return path.read_text().replace(f'"{SCRATCH}"', f'"{schema}"')


def _template_path() -> Path:
    return settings.DATA_DIR / "cache" / f"school-{_server_major()}-{migrations_fingerprint()}.sql"


def _server_major() -> int:
    connection.ensure_connection()
    return connection.get_database_version()[0]


def _is_citus() -> bool:
    """Citus distributes tables as they are made; a dump that is replayed escapes it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
        return cursor.fetchone() is not None


def _write_template(path: Path, tool: Path) -> None:
    scratch = sql.Identifier(SCRATCH)
    parameters = connection.get_connection_params()
    try:
        with psycopg.connect(**{**parameters, "cursor_factory": psycopg.Cursor}, autocommit=True) as guard:
            guard.execute("SELECT pg_advisory_lock(%s)", [SCRATCH_LOCK])  # held until `guard` is closed
            if path.exists():
                return
            guard.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(scratch))
            guard.execute(sql.SQL("CREATE SCHEMA {}").format(scratch))
            call_command("migrate_schemas", schema_name=SCRATCH, verbosity=0, interactive=False)
            _write_whole(path, _clean(_dump(tool, guard.info)))
            guard.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(scratch))
    finally:
        connection.close()


def _dump(tool: Path, server: psycopg.ConnectionInfo) -> str:
    """pg_dump's text for the scratch schema, rows as INSERT statements."""
    done = subprocess.run(
        [tool, f'--schema="{SCRATCH}"', "--rows-per-insert=500", "--no-owner", "--no-privileges", "--no-comments",
         "--no-tablespaces", "--no-table-access-method", f"--dbname={server.dsn}"],
        env={**os.environ, "PGPASSWORD": server.password},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise SchoolError(f"pg_dump could not write the template of a school: {done.stderr.strip()}")
    return done.stdout


def _clean(dump: str) -> str:
    """The dump without session settings before the first statement and without psql's own commands."""
    statements = dump[dump.index("\nCREATE SCHEMA ") + 1 :]
    return "\n".join(line for line in statements.splitlines() if not line.startswith("\\unrestrict "))


def _write_whole(path: Path, text: str) -> None:
    """Write the file in one step, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, suffix=".new", delete=False) as draft:
        draft.write(text)
    Path(draft.name).replace(path)
