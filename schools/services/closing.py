"""Deleting a school for good."""

from django.db import connection, transaction
from django_tenants.utils import schema_context
from psycopg import sql

from schools.models import School
from schools.names import SchoolError


def delete_school(*, slug: str) -> None:
    """Remove the school's schema with all that is in it, and its hosts. There is no way back but a backup.

    Raises SchoolError when there is no such school.
    """
    with schema_context("public"), transaction.atomic():
        school = School.objects.select_for_update().filter(slug=slug).first()
        if school is None:
            raise SchoolError(f"There is no school named {slug!r}.")
        with connection.cursor() as cursor:
            cursor.execute(
                sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(school.schema_name))
            )
        school.delete()
