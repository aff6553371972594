"""The databases of a test run: a template with the two schools, and copies of it."""

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from schools.services.fingerprint import migrations_fingerprint
from schools.services.opening import open_school
from schools.tenancy import use_public_schema
from tests.session import CLUSTER, database_url

LOCK = 7_236_100
SCHOOLS = {"north": "North High School", "south": "South High School"}


def copy_of_template(name: str) -> None:
    """Make the database `name` anew from the template of this set of migrations."""
    template = f"template_{migrations_fingerprint()}"
    with psycopg.connect(database_url("postgres"), autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # until the connection is closed
        if not _exists(server, template):
            _drop_old_templates(server)
            _make(server, f"{template}_draft")
            _fill(f"{template}_draft")
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                    sql.Identifier(f"{template}_draft"), sql.Identifier(template)
                )
            )
        _make(server, name, template=template)


def drop(name: str) -> None:
    """Remove a database and whoever is connected to it."""
    with psycopg.connect(database_url("postgres"), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def use(name: str) -> None:
    """Let Django's connection of this process speak to the database `name`."""
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name
    use_public_schema()


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _make(server: psycopg.Connection, name: str, *, template: str = "template0") -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    server.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
            sql.Identifier(name), sql.Identifier(template)
        )
    )


def _fill(name: str) -> None:
    use(name)
    call_command("migrate_schemas", shared=True, verbosity=0, interactive=False)
    for slug, title in SCHOOLS.items():
        open_school(slug=slug, name=title)
    connection.close()


def _drop_old_templates(server: psycopg.Connection) -> None:
    for (name,) in server.execute(
        "SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'"
    ).fetchall():
        drop(name)


__all__ = ["CLUSTER", "SCHOOLS", "copy_of_template", "drop", "use"]
