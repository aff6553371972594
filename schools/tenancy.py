"""django-tenants' connection, typed: which schema the statements of this thread go to."""

from typing import Any, cast

from django.db import connection
from django_tenants.utils import get_public_schema_name


def tenant_connection() -> Any:
    """Django's connection with what django-tenants adds to it."""
    return cast(Any, connection)


def current_schema() -> str:
    """The schema of the current school, or `public`."""
    return str(tenant_connection().schema_name)


def is_public() -> bool:
    """Whether there is no current school."""
    return current_schema() == get_public_schema_name()


def use_public_schema() -> None:
    """Leave whatever school is current."""
    tenant_connection().set_schema_to_public()
