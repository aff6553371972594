"""One private cluster: made once, started by whoever comes first, stopped by whoever leaves last."""

import atexit
import os
import secrets
import shutil
import time
from pathlib import Path
from subprocess import CompletedProcess

import psycopg
from psycopg import sql

from config.postgres.binaries import find_server, major_version
from config.postgres.errors import EmbeddedPostgresError
from config.postgres.identity import Identity, find_identity
from config.postgres.locks import Lease, exclusive
from config.postgres.processes import is_server_of
from config.postgres.settings import DATABASE_NAME, DATABASE_USER
from config.postgres.sockets import make_socket_directory

SECONDS_TO_START = 60
# Unix socket only; locks enough for many schools, since a migration locks every table of one in a transaction.
OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "max_locks_per_transaction": "512",
    "shared_buffers": "128MB",
    "log_min_messages": "warning",
    "logging_collector": "off",
}
# For tests only: a crash of the machine may lose everything.
VOLATILE_OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "300",  # several servers, each with its pools, and the tests themselves
}
_leases: dict[Path, Lease] = {}


class Cluster:
    """A PostgreSQL cluster in `root`, reached through a Unix socket by a password of 0600.

    `volatile` trades durability for speed (tests).
    """

    def __init__(self, root: Path, *, volatile: bool = False) -> None:
        self.root = root.resolve()
        self.data = self.root / "data"
        self.password = self.root / "password"
        self.volatile = volatile

    def start(self) -> None:
        """Start the server, or join it, and hold a lease until this process exits.

        May be called again at any time: a server that died meanwhile is started anew.
        Raises EmbeddedPostgresError when the server cannot run here.
        """
        if self.root in _leases and self.is_running():
            return
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        lease = _leases.get(self.root) or Lease(self.root / "lease.lock")
        with exclusive(self.root / "start.lock"):
            lease.take()
            self._initialise()
            self._launch_until_it_answers()
        if self.root not in _leases:
            _leases[self.root] = lease
            starter = os.getpid()
            atexit.register(lambda: self._leave(starter))

    def stop(self) -> None:
        """Stop the server, whoever else uses it."""
        with exclusive(self.root / "start.lock"):
            self._stop_server()

    def is_running(self) -> bool:
        """Whether the process in `postmaster.pid` is this cluster's server (numbers of dead ones are reused)."""
        pid_file = self.data / "postmaster.pid"
        try:
            pid = int(pid_file.read_text().splitlines()[0])
        except (OSError, ValueError, IndexError):
            return False
        return is_server_of(self.data, pid)

    def _initialise(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        if not self.password.exists():
            descriptor = os.open(self.password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(24))
        draft = self.root / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        folder, identity = self._programs()
        flags = ["--no-sync"] if self.volatile else []
        _check(
            identity.run(
                [folder / "initdb", "-D", draft, "-U", DATABASE_USER, "--auth=scram-sha-256",
                 f"--pwfile={self.password}", "--encoding=UTF8", *_locale(folder), *flags],
            )
        )  # fmt: skip
        draft.rename(self.data)  # a killed initdb never leaves half a cluster behind

    def _launch_until_it_answers(self) -> None:
        """Launch the server unless it runs, and see that it answers.

        Right after a crash the remains of the old server may keep the new one from starting for a moment.
        """
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                if not self.is_running():
                    self._launch()
                self._make_database()
                return
            except (EmbeddedPostgresError, psycopg.OperationalError) as error:
                if time.monotonic() > deadline or _is_hopeless(error):
                    raise EmbeddedPostgresError(f"The embedded PostgreSQL does not start: {error}") from None
                time.sleep(0.3)

    def _launch(self) -> None:
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        options = {**OPTIONS, **(VOLATILE_OPTIONS if self.volatile else {})}
        flags = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        folder, identity = self._programs()
        socket = make_socket_directory(self.root, identity.owner)
        _check(
            identity.run(
                [folder / "pg_ctl", "-w", "-t", "60", "-D", self.data, "-l", self.root / "server.log",
                 "-o", f"{flags} -k '{socket}'", "start"],
                start_new_session=True,  # a Ctrl+C meant for us must not stop the server under other users
            )
        )  # fmt: skip

    def _programs(self) -> tuple[Path, Identity]:
        folder = find_server(self.data)
        identity = find_identity(self.root, folder)
        identity.own(self.root)
        return folder, identity

    def _make_database(self) -> None:
        with psycopg.connect(
            host=str(make_socket_directory(self.root)),
            user=DATABASE_USER,
            password=self.password.read_text(),
            dbname="postgres",
            autocommit=True,
            connect_timeout=10,
        ) as connection:
            row = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]
            ).fetchone()
            if row is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE_NAME)))

    def _leave(self, starter: int) -> None:
        if os.getpid() != starter:
            return  # a forked worker never stops the server of its parent
        lease = _leases.pop(self.root, None)
        if lease is None or not self.root.exists():
            return
        with exclusive(self.root / "start.lock"):
            if lease.is_last():
                self._stop_server()
            lease.release()

    def _stop_server(self) -> None:
        if self.is_running():
            folder, identity = self._programs()
            identity.run([folder / "pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop"])


def _locale(folder: Path) -> list[str]:
    if major_version(folder) >= 17:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]
    return ["--locale=C.UTF-8"]


def _check(done: CompletedProcess[str]) -> None:
    if done.returncode:
        raise EmbeddedPostgresError(done.stdout.strip()[-2000:])


def _is_hopeless(error: Exception) -> bool:
    """Whether waiting cannot help: the programs or the identity are missing, or the password is another one."""
    return "DATABASE_URL" in str(error) or "password" in str(error)
