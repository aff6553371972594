"""Changing what a school is called and which time it keeps."""

from django_tenants.utils import schema_context

from schools.models import School
from schools.names import SchoolError


def change_school(*, slug: str, name: str | None = None, time_zone: str | None = None) -> School:
    """Give a school another title or time zone; what is None stays.

    Raises SchoolError when there is no such school, and ValidationError for a value that it cannot have.
    """
    with schema_context("public"):
        school = School.objects.filter(slug=slug).first()
        if school is None:
            raise SchoolError(f"There is no school named {slug!r}.")
        if name is not None:
            school.name = " ".join(name.split())
        if time_zone is not None:
            school.time_zone = time_zone
        school.full_clean()
        school.save(update_fields=["name", "time_zone"])
        return school
