"""The embedded PostgreSQL: a private server under DATA_DIR for those who have none of their own.

Started by `manage.py`, `wsgi.py` and the test session, never by importing settings.
"""

import logging
import os
import time
from threading import Thread

from config.paths import data_dir
from config.postgres.cluster import Cluster
from config.postgres.errors import EmbeddedPostgresError

SECONDS_BETWEEN_LOOKS = 2
log = logging.getLogger(__name__)


def start_if_embedded() -> None:
    """Start or join the server in DATA_DIR, unless DATABASE_URL names another one.

    Raises `config.postgres.errors.EmbeddedPostgresError` with one sentence that says what to do.
    """
    if os.environ.get("DATABASE_URL"):
        return
    Cluster(data_dir() / "postgres").start()


def keep_running_if_embedded() -> None:
    """Start the server, and start it again whenever it dies while this process serves."""
    start_if_embedded()
    if not os.environ.get("DATABASE_URL"):
        Thread(target=_watch, name="embedded-postgres", daemon=True).start()


def _watch() -> None:
    cluster = Cluster(data_dir() / "postgres")
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        if not cluster.is_running():
            log.warning("The embedded PostgreSQL is gone; it is started again.")
            try:
                cluster.start()
            except EmbeddedPostgresError as error:
                log.error("%s", error)
