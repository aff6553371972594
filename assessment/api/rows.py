"""Who asks, and the rows that she asks for. Every function raises `Refusal`."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from accounts.models import User
from accounts.permissions import is_staff
from accounts.requests import SignedInRequest
from projects.api.errors import NOT_FOUND, Refusal

Row = TypeVar("Row", bound=Model)
TEACHERS_ONLY = (403, "forbidden", "Only teachers can do this.")


def teacher_of(request: SignedInRequest) -> User:
    """Who asks; 403 for everybody else."""
    if not is_staff(request.user):
        raise Refusal(*TEACHERS_ONLY)
    return request.user


def found_one(rows: QuerySet[Row], value: int, field: str = "pk") -> Row:
    """The row, if she may see it; 404 otherwise."""
    row = rows.filter(**{field: value}).first()
    if row is None:
        raise Refusal(*NOT_FOUND)
    return row
