"""Reads of the schools app."""

from dataclasses import dataclass

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Q
from django_tenants.utils import schema_context
from psycopg import sql

from schools.models import School
from schools.names import address_of

SCHEMAS_A_STATEMENT = 200


@dataclass(frozen=True)
class ListedSchool:
    """A school as the operator sees it; `waiting` counts migrations that it has not had."""

    slug: str
    name: str
    schema: str
    address: str
    waiting: int


def list_schools() -> list[ListedSchool]:
    """Every school by name, with its address and how many migrations wait for it."""
    with schema_context("public"):
        schools = School.objects.order_by("slug").prefetch_related("domains")
        waiting = waiting_migrations([school.schema_name for school in schools])
        return [
            ListedSchool(
                school.slug, school.name, school.schema_name, _address(school), waiting[school.schema_name]
            )
            for school in schools
        ]


def address_of_school(wanted: str) -> str | None:
    """The address of the school with this short name, or exactly this title, whatever the case; None without one."""
    slug = "-".join(wanted.lower().split())
    found = list(School.objects.filter(Q(slug=slug) | Q(name__iexact=wanted)).prefetch_related("domains"))
    found.sort(key=lambda school: school.slug != slug)
    return _address(found[0]) or None if found else None


def waiting_migrations(schemas: list[str]) -> dict[str, int]:
    """How many of this program's migrations each schema has not had.

    One statement for 200 schools. Asking each school by itself takes minutes for a thousand.
    """
    wanted = set(MigrationLoader(None).disk_migrations)
    applied: dict[str, set[tuple[str, str]]] = {schema: set() for schema in schemas}
    with connection.cursor() as cursor:
        present = _schemas_with_migrations(cursor)
        asked = [schema for schema in schemas if schema in present]
        for start in range(0, len(asked), SCHEMAS_A_STATEMENT):
            cursor.execute(_union(asked[start : start + SCHEMAS_A_STATEMENT]))
            for schema, app, name in cursor.fetchall():
                applied[schema].add((app, name))
    return {schema: len(wanted - had) for schema, had in applied.items()}


def _schemas_with_migrations(cursor) -> set[str]:  # type: ignore[no-untyped-def]
    cursor.execute(
        "SELECT nspname FROM pg_class JOIN pg_namespace ON relnamespace = pg_namespace.oid "
        "WHERE relname = 'django_migrations'"
    )
    return {row[0] for row in cursor.fetchall()}


def _union(schemas: list[str]) -> sql.Composed:
    """One SELECT over the `django_migrations` of each of these schemas."""
    selects = [
        sql.SQL("SELECT {}, app, name FROM {}").format(
            sql.Literal(schema), sql.Identifier(schema, "django_migrations")
        )
        for schema in schemas
    ]
    return sql.SQL(" UNION ALL ").join(selects)


def _address(school: School) -> str:
    hosts = sorted(school.domains.all(), key=lambda domain: not domain.is_primary)
    return address_of(hosts[0].domain) if hosts else ""
