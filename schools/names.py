"""What a school may be called: its name is a host label and, with `_` for `-`, a PostgreSQL schema."""

import re

from django.conf import settings
from django.http.request import validate_host

from schools.models import LONGEST_NAME, RESERVED_NAMES, SCHOOL_NAME

RULE = "Use lower-case letters a-z, digits and single hyphens, and start with a letter"
HOST_NAME = re.compile(
    r"(?=.{1,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
)


class SchoolError(ValueError):
    """A school cannot be opened or migrated; the message is one sentence for the operator."""


def check_school_name(slug: str) -> str:
    """The name unchanged. Raises SchoolError, one sentence, when no school can have it."""
    if len(slug) > LONGEST_NAME:
        raise SchoolError(f"A school's name has at most {LONGEST_NAME} characters; this one has {len(slug)}.")
    if not SCHOOL_NAME.fullmatch(slug):
        raise SchoolError(f"{slug!r} cannot be a school's name. {RULE}, for example north-high.")
    if slug in RESERVED_NAMES or slug.startswith("pg-"):
        raise SchoolError(f"The name {slug!r} is reserved. Choose another one.")
    return slug


def schema_of(slug: str) -> str:
    """The schema of the school with this name."""
    return slug.replace("-", "_")


def host_of(slug: str) -> str:
    """The host at which the school answers when it has no domain of its own."""
    return f"{slug}.{settings.BASE_DOMAIN}"


def address_of(host: str) -> str:
    """The address to type for a host: scheme, host and, where it shows, the port."""
    return f"{settings.SCHEME}://{host}{settings.PORT_SUFFIX}/"


def check_host(host: str) -> str:
    """The host in lower case. Raises SchoolError when it cannot lead to a school here."""
    host = host.lower().rstrip(".")
    if not HOST_NAME.fullmatch(host):
        raise SchoolError(
            f"{host!r} is not a host name. Give one like code.north-high.example, without a port."
        )
    if host in (settings.BASE_DOMAIN, settings.RUN_HOST.partition(":")[0]):
        raise SchoolError(f"{host} is used by Codeyard itself. Choose another host.")
    if not validate_host(host, settings.ALLOWED_HOSTS):
        raise SchoolError(f"{host} is not under {settings.BASE_DOMAIN}. Add it to EXTRA_HOSTS first.")
    return host
