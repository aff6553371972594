"""Bringing every school's schema up to date."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context

from django.core.management import call_command
from django.db import connection, connections
from django_tenants.utils import schema_context

from schools.models import School
from schools.queries import waiting_migrations
from schools.tenancy import tenant_connection, use_public_schema


@dataclass(frozen=True)
class Outcome:
    """What became of one school; `error` is None when its migrations went through."""

    schema: str
    error: str | None


def schools_to_migrate() -> list[str]:
    """The schemas that wait for a migration, by name."""
    with schema_context("public"):
        schemas = list(School.objects.order_by("schema_name").values_list("schema_name", flat=True))
        return [schema for schema, waiting in waiting_migrations(schemas).items() if waiting]


def migrate_schools(schemas: list[str], *, jobs: int, report: Callable[[Outcome], None]) -> list[Outcome]:
    """Migrate these schemas, up to `jobs` at a time, and return the outcomes that failed.

    A school that fails keeps what went through, stops nobody else, and is tried again by the next call.
    `report` is called after each school.
    """
    failed = []
    for outcome in _outcomes(schemas, jobs):
        report(outcome)
        if outcome.error is not None:
            failed.append(outcome)
    return failed


def migrate_school(schema: str) -> Outcome:
    """Run the migrations that one schema waits for."""
    try:
        call_command("migrate_schemas", schema_name=schema, verbosity=0, interactive=False)
    except Exception as error:  # whatever a migration raises, the other schools go on
        return Outcome(schema, f"{type(error).__name__}: {error}".strip().splitlines()[0])
    finally:
        use_public_schema()
        connection.close()
    return Outcome(schema, None)


def _outcomes(schemas: list[str], jobs: int) -> Iterator[Outcome]:
    if jobs <= 1 or len(schemas) <= 1:
        yield from map(migrate_school, schemas)
        return
    connection.close()
    if tenant_connection().pool:
        tenant_connection().close_pool()  # a connection never goes through a fork
    context = get_context("fork")
    with ProcessPoolExecutor(min(jobs, len(schemas)), context, initializer=_forget_connections) as processes:
        for future in as_completed([processes.submit(migrate_school, schema) for schema in schemas]):
            yield future.result()


def _forget_connections() -> None:
    """In a new process: whatever connection came through the fork is the parent's."""
    for inherited in connections.all(initialized_only=True):
        del connections[inherited.alias]
