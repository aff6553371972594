"""Opening a school."""

import logging

from django.core.management import call_command
from django.db import connection, transaction
from django_tenants.utils import schema_context
from psycopg import sql

from schools.models import Domain, School
from schools.names import SchoolError, check_host, check_school_name, host_of, schema_of
from schools.services.template import template_sql
from schools.tenancy import use_public_schema
from schools.time_zones import default_time_zone

OPENING_LOCK = 7_236_001
log = logging.getLogger(__name__)


def open_school(*, slug: str, name: str, domain: str | None = None, time_zone: str | None = None) -> School:
    """Make a school with its schema and its host: everything or nothing.

    `domain` is a host of the school's own; without it the school answers at `slug.BASE_DOMAIN`. Without `time_zone`
    it has the server's. Raises SchoolError, with one sentence, for a name or host that is malformed, reserved or
    taken, and ValidationError for a time zone that does not exist.
    """
    check_school_name(slug)
    if not name.strip():
        raise SchoolError("A school needs a title, for example 'North High School'.")
    host = check_host(domain or host_of(slug))
    schema = schema_of(slug)
    with schema_context("public"):
        _check_free(slug, schema, host)
        statements = template_sql(schema)
        with transaction.atomic():
            _lock()
            _check_free(slug, schema, host)
            school = School(
                slug=slug,
                schema_name=schema,
                name=name.strip(),
                time_zone=time_zone or default_time_zone(),
            )
            school.full_clean()
            school.save()
            Domain(domain=host, tenant=school, is_primary=True).save()
            _make_schema(schema, statements)
    return school


def _lock() -> None:
    """One school is opened at a time; the lock goes with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [OPENING_LOCK])


def _check_free(slug: str, schema: str, host: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema])
        schema_exists = cursor.fetchone() is not None
    if schema_exists or School.objects.filter(slug=slug).exists():
        raise SchoolError(f"There is already a school or a schema named {schema!r}. Choose another name.")
    if Domain.objects.filter(domain=host).exists():
        raise SchoolError(f"{host} already leads to a school. Choose another host.")


def _make_schema(schema: str, statements: str | None) -> None:
    if statements is None:
        log.warning(
            "No pg_dump fits this PostgreSQL server, so the school is made by migrations, which takes longer."
        )
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
        call_command("migrate_schemas", schema_name=schema, verbosity=0, interactive=False)
        use_public_schema()
        return
    with connection.cursor() as cursor:
        cursor.execute(statements)
