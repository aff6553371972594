"""Which set of migrations this program has: a template made for another set is never replayed."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

FORMAT = 1  # raise it when the way templates are written changes


@cache
def migrations_fingerprint() -> str:
    """Sixteen hexadecimal digits that change with any migration, ours or a package's, and with any model's permissions.

    Permissions count because a school is born with them, and they come from models, not from migrations.
    """
    digest = hashlib.sha256(f"{FORMAT} {version('django')} {version('django-tenants')}\n".encode())
    for key, migration in sorted(MigrationLoader(None).disk_migrations.items()):
        source = sys.modules[migration.__module__].__file__ or ""
        digest.update(f"{key} ".encode() + Path(source).read_bytes() + b"\n")
    for model in sorted(apps.get_models(), key=lambda model: model._meta.label):
        meta = model._meta
        digest.update(
            f"{meta.label} {meta.verbose_name} {meta.default_permissions} {meta.permissions}\n".encode()
        )
    return digest.hexdigest()[:16]
