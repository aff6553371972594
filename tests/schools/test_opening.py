"""Opening a school: one schema, one host, everything or nothing."""

import threading

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection
from django_tenants.utils import tenant_context

from accounts.models import User
from schools.models import Domain, School
from schools.names import SchoolError
from schools.queries import waiting_migrations
from schools.services import template
from schools.services.closing import delete_school
from schools.services.opening import open_school
from tests.clients import school_client

TABLES = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = %s"
# PostgreSQL writes a condition that was read back with other casts and brackets, so its words are not compared.
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, contype, CASE contype WHEN 'c' THEN '' ELSE pg_get_constraintdef(oid) END
    FROM pg_constraint WHERE connamespace = %s::regnamespace"""
INDEXES = """
    SELECT indexname, split_part(replace(indexdef, schemaname || '.', ''), ' WHERE ', 1)
    FROM pg_indexes WHERE schemaname = %s"""


def rows(statement, *parameters):
    """All rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def schemas():
    """The names of all schemas that are not PostgreSQL's own."""
    return {
        name for (name,) in rows("SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_)'")
    }


def shape(schema):
    """Columns, constraints and indexes of a schema, without its name."""
    with connection.cursor() as cursor:
        cursor.execute(f'SET LOCAL search_path = "{schema}"')
        cursor.execute(CONSTRAINTS, [schema])
        constraints = cursor.fetchall()
        cursor.execute("SET LOCAL search_path = public")
    return {*rows(TABLES, schema), *rows(INDEXES, schema), *constraints}


def test_school_answers_at_its_host(db):
    open_school(slug="east-high", name="East High School")

    answer = school_client("east-high").get("/accounts/login/")

    assert answer.status_code == 200
    assert "East High School" in answer.text


def test_school_is_born_up_to_date_and_empty(db):
    school = open_school(slug="east", name="East")

    assert waiting_migrations(["east"]) == {"east": 0}
    with tenant_context(school):
        assert ContentType.objects.filter(app_label="accounts", model="user").exists()
        assert rows("SELECT count(*) FROM accounts_user") == [(0,)]


def test_school_from_the_template_is_the_same_as_one_from_migrations(db, settings, monkeypatch):
    open_school(slug="by-template", name="Template")
    monkeypatch.setattr("schools.services.opening.template_sql", lambda schema: None)
    open_school(slug="by-migrations", name="Migrations")

    assert shape("by_template") ^ shape("by_migrations") == set()
    permissions = "SELECT codename, content_type_id FROM {}.auth_permission ORDER BY 1, 2"
    assert rows(permissions.format("by_template")) == rows(permissions.format("by_migrations"))


@pytest.mark.parametrize("slug", ["user", "select", "table"])
def test_words_of_sql_are_names_like_others(db, slug):
    open_school(slug=slug, name="A school")

    assert waiting_migrations([slug]) == {slug: 0}


def test_same_user_name_may_exist_in_every_school(north, south):
    for school in (north, south):
        with tenant_context(school):
            User.objects.create(username="amal")

            assert User.objects.count() == 1


def test_taken_names_are_refused(north):
    with pytest.raises(SchoolError, match="already"):
        open_school(slug="north", name="Another North")


def test_schemas_of_other_programs_are_not_touched(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA payroll")

    with pytest.raises(SchoolError, match="already"):
        open_school(slug="payroll", name="Payroll")


def test_failure_leaves_nothing_behind(north, monkeypatch):
    before = schemas()
    monkeypatch.setattr(
        "schools.services.opening.template_sql", lambda schema: f"CREATE SCHEMA {schema}; SELECT 1/0"
    )

    with pytest.raises(Exception, match="division by zero"), connection_savepoint():
        open_school(slug="east", name="East")

    assert schemas() == before
    assert not School.objects.filter(slug="east").exists()
    assert not Domain.objects.filter(domain="east.localhost").exists()


def connection_savepoint():
    """The service runs in a transaction of its own; inside a test that is a savepoint."""
    from django.db import transaction

    return transaction.atomic()


def test_without_pg_dump_migrations_make_the_school(db, settings, tmp_path, monkeypatch, caplog):
    settings.PG_DUMP_CANDIDATES = []
    monkeypatch.setattr(template, "_template_path", lambda: tmp_path / "none.sql")
    template.find_pg_dump.cache_clear()

    open_school(slug="east", name="East")

    template.find_pg_dump.cache_clear()
    assert waiting_migrations(["east"]) == {"east": 0}
    assert "takes longer" in caplog.text


def test_template_leaves_no_scratch_schema_behind(db, tmp_path, monkeypatch):
    monkeypatch.setattr(template, "_template_path", lambda: tmp_path / "school.sql")

    open_school(slug="east", name="East")

    assert (tmp_path / "school.sql").stat().st_mode & 0o077 == 0
    assert template.SCRATCH not in schemas()


def test_twelve_openings_at_once_do_not_meet(live):
    errors = []

    def work(number):
        try:
            open_school(slug=f"crowd-{number % 6}", name=f"Crowd {number}")
        except SchoolError as error:
            errors.append(str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[number]) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    connection.set_schema_to_public()
    assert School.objects.filter(slug__startswith="crowd-").count() == 6
    assert len(errors) == 6


def test_deletion_leaves_nothing_behind(db):
    open_school(slug="east", name="East")

    delete_school(slug="east")

    assert "east" not in schemas()
    assert not Domain.objects.filter(domain="east.localhost").exists()


def test_delete_command_wants_the_name_twice(north):
    with pytest.raises(CommandError, match="Nothing was deleted"):
        call_command("delete_school", "north")

    assert "north" in schemas()


def test_list_command_shows_every_school(north, south, capsys):
    call_command("list_schools")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t") == ["north", "http://north.localhost/", "North High School", "up to date"]
    assert lines[1].startswith("south\t")
