"""A server of our own for a measurement: gunicorn as in production, an empty database, the demo school."""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType

from bench.database import ROOT, link_files

PASSWORD = secrets.token_urlsafe(12)
SECONDS_TO_START = 60


def free_port() -> int:
    """A port of loopback that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """gunicorn over a temporary DATA_DIR; the browser runtime and the static files are those of the real one.

    `shown_port` is the port in addresses where it differs from the one listened on (a proxy in between).
    """

    def __init__(self, *, shown_port: int | None = None) -> None:
        self.port = free_port()
        self.shown_port = shown_port or self.port
        self.folder = tempfile.TemporaryDirectory(prefix="codeyard-bench-")
        self.data = Path(self.folder.name)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def school(self) -> str:
        """The address of the demo school."""
        return f"http://demo.localhost:{self.shown_port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the server's own commands need."""
        own = {
            "CODEYARD_MODE": "development",
            "DATA_DIR": str(self.data),
            "PORT": str(self.shown_port),
            "PORT_SUFFIX": f":{self.shown_port}",
            "DEMO_PASSWORD": PASSWORD,
        }
        return {**os.environ, **own}

    def manage(self, *arguments: str) -> None:
        """Run a command of manage.py; raises CalledProcessError when it fails."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def __enter__(self) -> "Server":
        link_files(self.data)
        self.manage("migrate_schemas", "--shared")
        self.manage("make_demo_school")
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "-c",
                "config/gunicorn.py",
                "-b",
                f"127.0.0.1:{self.port}",
                "config.wsgi",
            ],
            cwd=ROOT,
            env=self.environment,
            stderr=subprocess.DEVNULL,
        )
        self._wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        assert self.process
        self.process.terminate()
        self.process.wait(20)
        self.folder.cleanup()

    def _wait(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                urllib.request.urlopen(f"http://localhost:{self.port}/healthz", timeout=2).close()
                return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if time.monotonic() > deadline:
                    raise TimeoutError("the server did not start") from None
                time.sleep(0.1)
