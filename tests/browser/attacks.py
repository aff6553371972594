"""A server that writes down what every request carried, and a fingerprint of everything that it keeps."""

import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from config.paths import data_dir
from tests import databases
from tests.live import LiveSite, serve

FIELDS = {
    "host": "%({host}i)s",
    "method": "%(m)s",
    "path": "%(U)s",
    "query": "%(q)s",
    "status": "%(s)s",
    "cookie": "%({cookie}i)s",
    "origin": "%({origin}i)s",
    "site": "%({sec-fetch-site}i)s",
}
ABSENT = "-"  # what gunicorn writes for a header that did not come


@dataclass(frozen=True)
class Arrival:
    """A request as it came to the server."""

    host: str
    method: str
    path: str
    query: str
    status: str
    cookie: str
    origin: str
    site: str

    @property
    def probe(self) -> str:
        """Which attempt made it, or nothing."""
        return self.query.partition("q=probe-")[2]

    @property
    def has_cookie(self) -> bool:
        return self.cookie != ABSENT


@dataclass
class WatchedSite:
    """A running server below `domain`, and the log of its requests."""

    live: LiveSite
    domain: str
    requests: Path

    def origin(self, name: str) -> str:
        """The origin of a school, or of `run`."""
        return f"http://{name}.{self.domain}:{self.live.port}"

    def arrivals(self) -> list[Arrival]:
        """Everything that came so far."""
        return [Arrival(**json.loads(line)) for line in self.requests.read_text().splitlines()]

    def probes(self) -> list[Arrival]:
        """What the attempts sent to a school's host."""
        return [one for one in self.arrivals() if one.probe and not one.host.startswith("run.")]


@contextmanager
def serve_watched(name: str, domain: str) -> Iterator[WatchedSite]:
    """A server with a database of its own whose schools stand below `domain`."""
    databases.copy_of_template(name)
    log = data_dir() / "test" / f"{name}-requests.log"
    log.unlink(missing_ok=True)
    arguments = shlex.join(["--access-logfile", str(log), "--access-logformat", json.dumps(FIELDS)])
    with serve(name, {"BASE_DOMAIN": domain, "GUNICORN_CMD_ARGS": arguments}) as live:
        yield WatchedSite(live, domain, log)
    databases.drop(name)


def fingerprint(schema: str) -> dict[str, str]:
    """A hash of the rows of every table of a school."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema])
        return {table: _hash(cursor, schema, table) for (table,) in cursor.fetchall()}


def _hash(cursor, schema: str, table: str) -> str:
    cursor.execute(
        f"SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM \"{schema}\".\"{table}\" t"
    )
    return str(cursor.fetchone()[0])
