"""Django's database settings, for the embedded server or for the one that DATABASE_URL names."""

from pathlib import Path
from typing import Any

import environ

from config.postgres.sockets import socket_directory

DATABASE_NAME = "codeyard"
DATABASE_USER = "codeyard"
# Threads of a worker never wait for each other; whoever waits for seconds waits for a database that is away. After a
# failed attempt the next request tries again at once, so that a long absence does not lengthen the way back.
POOL = {"min_size": 1, "max_size": 12, "timeout": 4, "max_lifetime": 1800, "reconnect_timeout": 2}


def database_settings(data_dir: Path, url: str) -> dict[str, Any]:
    """Settings for `DATABASES["default"]`. Reads files only: nothing is started here."""
    engine = {"ENGINE": "django_tenants.postgresql_backend", "CONN_HEALTH_CHECKS": True}
    if url:
        given = environ.Env.db_url_config(url)
        options = {"pool": POOL, **given.get("OPTIONS", {})}
        return {**given, **engine, "OPTIONS": options}
    root = data_dir / "postgres"
    password = root / "password"
    return {
        **engine,
        "NAME": DATABASE_NAME,
        "USER": DATABASE_USER,
        "PASSWORD": password.read_text() if password.exists() else "",
        "HOST": str(socket_directory(root)),
        "PORT": "5432",
        "OPTIONS": {"pool": POOL},
    }
