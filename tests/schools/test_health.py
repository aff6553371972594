"""`/healthz`, and what happens to requests while PostgreSQL is away."""

import os
import signal
import time

import pytest

from config.postgres.cluster import Cluster
from config.postgres.settings import DATABASE_NAME, DATABASE_USER
from config.postgres.sockets import socket_directory
from tests.clients import HostClient
from tests.live import serve, wait_for_health

SECONDS_BACK = 30


@pytest.mark.parametrize(
    "host", ["localhost", "north.localhost", "run.localhost", "127.0.0.1", "10.0.0.7:8000"]
)
def test_answers_on_every_host(north, host):
    answer = HostClient(host).get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "database": "ok"})


@pytest.fixture
def own_cluster(tmp_path):
    """A PostgreSQL that this test may kill, as an operator's own: named by DATABASE_URL."""
    cluster = Cluster(tmp_path / "postgres", volatile=True)
    cluster.start()
    yield cluster
    cluster.stop()


def test_database_away_and_back(own_cluster, worker, figure):
    name = f"health_{worker}"
    url = (
        f"postgres://{DATABASE_USER}:{own_cluster.password.read_text()}@/{DATABASE_NAME}"
        f"?host={socket_directory(own_cluster.root)}"
    )
    with serve(name, {"DATABASE_URL": url}) as site:
        postmaster = int((own_cluster.data / "postmaster.pid").read_text().split()[0])
        os.kill(postmaster, signal.SIGQUIT)  # an immediate end, as in a crash
        _wait_until(lambda: not own_cluster.is_running())

        health = site.ask("/healthz")
        page = site.ask("/accounts/login/", host="north.localhost")

        assert (health.status, page.status) == (503, 503)
        assert '"status": "unavailable"' in health.text
        assert "Your saved work is safe" in page.text
        assert page.headers["Retry-After"]

        own_cluster.start()
        started = time.monotonic()
        wait_for_health(site, SECONDS_BACK)
        _wait_until(lambda: site.ask("/nothing/").status != 503)

        figure(f"back after {time.monotonic() - started:.1f} s")
        assert time.monotonic() - started < SECONDS_BACK


def test_server_that_lost_its_connections_answers_the_next_request(own_cluster, worker):
    url = (
        f"postgres://{DATABASE_USER}:{own_cluster.password.read_text()}@/{DATABASE_NAME}"
        f"?host={socket_directory(own_cluster.root)}"
    )
    with serve(f"health_{worker}", {"DATABASE_URL": url}) as site:
        assert {site.ask("/healthz").status for _ in range(20)} == {200}
        own_cluster.stop()
        own_cluster.start()

        statuses = [site.ask("/healthz").status for _ in range(20)]

        assert statuses == [200] * 20


def _wait_until(condition, seconds=SECONDS_BACK):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)
