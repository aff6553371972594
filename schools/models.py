"""Schools and their hosts. Both stand in the public schema; nothing here points into a school's."""

import re

from django.core.validators import RegexValidator
from django.db import models
from django_tenants.models import DomainMixin, TenantMixin

from schools.time_zones import LONGEST_ZONE, default_time_zone, validate_time_zone

# Names that a host or a PostgreSQL schema needs for itself.
RESERVED_NAMES = frozenset({"public", "run", "www", "admin", "api", "mail", "static", "information_schema"})
SCHOOL_NAME = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
LONGEST_NAME = 40


class School(TenantMixin):
    """One school: a schema of its own, found by its host."""

    name = models.CharField(max_length=100)
    slug = models.CharField(max_length=LONGEST_NAME, unique=True, validators=[RegexValidator(SCHOOL_NAME)])
    time_zone = models.CharField(
        max_length=LONGEST_ZONE, default=default_time_zone, validators=[validate_time_zone]
    )
    created_at = models.DateTimeField(auto_now_add=True)

    auto_create_schema = False  # `schools.services.open_school` makes it, in one transaction
    auto_drop_schema = False

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Domain(DomainMixin):
    """A host name that leads to a school."""

    def __str__(self) -> str:
        return self.domain
