"""gunicorn as in production, for tests that need a real server: a browser, a raw socket, a crash."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import URLError

from config.paths import BASE_DIR, data_dir
from tests.session import database_url

SECONDS_TO_START = 60


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Message
    text: str


@dataclass
class LiveSite:
    """A running server and the database that it uses."""

    port: int
    database: str
    process: subprocess.Popen[bytes]
    log: Path
    environment: dict[str, str] = field(repr=False)

    @property
    def public(self) -> str:
        """The origin of the public site."""
        return f"http://localhost:{self.port}"

    @property
    def run_origin(self) -> str:
        """The origin where student code runs."""
        return f"http://run.localhost:{self.port}"

    def school(self, slug: str = "north") -> str:
        """The origin of a school."""
        return f"http://{slug}.localhost:{self.port}"

    def ask(self, path: str, *, host: str = "localhost", method: str = "GET", **headers: str) -> Answer:
        """One request by address, with this Host: not every machine resolves names below `localhost`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            fields = {"Host": f"{host}:{self.port}"} | {
                key.replace("_", "-"): v for key, v in headers.items()
            }
            connection.request(method, path, headers=fields)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode(errors="replace"))
        finally:
            connection.close()

    def raw(self, request: bytes, *, seconds: float = 10) -> bytes:
        """Send these bytes and give the first bytes of the answer, empty when there is none."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as wire:
            wire.sendall(request)
            return wire.recv(65536)

    def log_text(self) -> str:
        """All that the server has written."""
        return self.log.read_text()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(database: str, extra: Mapping[str, str] | None = None, *, name: str = "") -> Iterator[LiveSite]:
    """Start gunicorn over `database` of the test cluster and stop it at the end. `name` is for the log."""
    port = free_port()
    environment = {
        **os.environ,
        "CODEYARD_MODE": "test",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": database_url(database),
        "PORT": str(port),
        "PORT_SUFFIX": f":{port}",  # this process has one of its own in its environment
        "PYTHONUNBUFFERED": "1",
        **(extra or {}),
    }
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)  # for the browser tests' own process
    log = data_dir() / "test" / f"{name or database}-{port}.log"  # two servers may share a database
    log.unlink(missing_ok=True)
    site = LiveSite(port, database, _launch(environment, log), log, environment)
    try:
        wait_for_health(site)
        yield site
    finally:
        site.process.terminate()
        site.process.wait(timeout=30)


def restart(site: LiveSite) -> None:
    """Start a server that was killed again, at the same port, and wait until it answers."""
    site.process.wait(timeout=30)
    site.process = _launch(site.environment, site.log)
    wait_for_health(site)


def _launch(environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"],
            cwd=BASE_DIR,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def wait_for_health(site: LiveSite, seconds: float = SECONDS_TO_START) -> None:
    """Return when `/healthz` answers 200. Raises RuntimeError with the server's words when it does not."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if site.process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{site.port}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            pass
        time.sleep(0.1)
    raise RuntimeError(f"The test server did not start:\n{site.log_text()[-3000:]}")
