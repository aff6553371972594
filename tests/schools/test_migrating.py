"""Migrating many schools: only those that wait, in parallel, whatever happens to one of them."""

import io
import sys
from pathlib import Path

import django.contrib.sessions.migrations as original
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from psycopg import sql

from schools.models import School
from schools.queries import waiting_migrations
from schools.services.migrating import schools_to_migrate
from schools.services.opening import open_school

SCHOOLS = 50
MIGRATION = """
from django.db import migrations

class Migration(migrations.Migration):
    dependencies = [("{app}", "{after}")]
    operations = [migrations.RunSQL("CREATE TABLE notice (id bigint PRIMARY KEY)", "DROP TABLE notice")]
"""


@pytest.fixture
def fifty_schools(live):
    """North, south and 48 more, in a real database without a transaction around the test."""
    connection.set_schema_to_public()
    missing = SCHOOLS - School.objects.count()
    made = [open_school(slug=f"many-{number:02}", name=f"School {number}") for number in range(missing)]
    yield list(School.objects.order_by("schema_name").values_list("schema_name", flat=True))
    connection.set_schema_to_public()
    with connection.cursor() as cursor:
        for schema in School.objects.values_list("schema_name", flat=True):
            cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(schema, "notice")))
            cursor.execute(
                sql.SQL("DELETE FROM {} WHERE name = '9999_notice'").format(
                    sql.Identifier(schema, "django_migrations")
                )
            )
        for school in made:
            cursor.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(school.schema_name)))
            school.delete()


@pytest.fixture
def one_more_migration(tmp_path, settings, monkeypatch):
    """A release that brings one more migration to the sessions app, whose migrations stand in one file."""
    package = tmp_path / "more_migrations"
    package.mkdir()
    (package / "__init__.py").touch()
    source = Path(original.__file__).with_name("0001_initial.py")
    (package / "0001_initial.py").write_text(source.read_text())
    (package / "9999_notice.py").write_text(MIGRATION.format(app="sessions", after="0001_initial"))
    monkeypatch.syspath_prepend(str(tmp_path))
    settings.MIGRATION_MODULES = {"sessions": "more_migrations"}
    yield
    for name in [name for name in sys.modules if name.startswith("more_migrations")]:
        del sys.modules[name]


def migrate(jobs):
    """What the command prints, and its error or None."""
    out = io.StringIO()
    try:
        call_command("migrate_schools", jobs=jobs, stdout=out)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), None


def has_notice(schema):
    """Whether the migration's table stands in the schema."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{schema}.notice"])
        return cursor.fetchone()[0] is not None


@pytest.mark.parametrize("jobs", [1, 2])
def test_fifty_schools_of_which_the_25th_fails(fifty_schools, one_more_migration, live, jobs, figure):
    broken = fifty_schools[24]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE TABLE {} (id bigint)").format(sql.Identifier(broken, "notice")))

    output, error = migrate(jobs)

    assert f"Not migrated: {broken}." in error, output
    assert f"{broken}: ProgrammingError: relation" in output
    assert "49 of 50 schools migrated." in output
    assert schools_to_migrate() == [broken]
    assert sum(has_notice(schema) for schema in fifty_schools if schema != broken) == 49
    assert live.ask("/accounts/login/", host="south.localhost").status == 200

    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP TABLE {}").format(sql.Identifier(broken, "notice")))
    output, error = migrate(jobs)

    assert error is None
    assert "1 of 1 schools migrated." in output
    assert schools_to_migrate() == []
    assert all(map(has_notice, fifty_schools))
    figure(f"finished {sum(map(has_notice, fifty_schools))} of {SCHOOLS}")


def test_nothing_waits_when_all_is_done(north, south):
    output, error = migrate(1)

    assert (output, error) == ("Every school is up to date.\n", None)


@pytest.mark.parametrize("more", [0, 5])
def test_asking_which_schools_wait_is_one_statement_for_all(north, south, more):
    for number in range(more):
        open_school(slug=f"more-{number}", name="More")
    schemas = list(School.objects.values_list("schema_name", flat=True))

    with CaptureQueriesContext(connection) as queries:
        waiting_migrations(schemas)

    assert len(queries) == 2


def test_schema_without_migrations_table_waits_for_all(north):
    assert waiting_migrations(["never-made"])["never-made"] > 40
