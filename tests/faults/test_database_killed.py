"""PostgreSQL is killed fifteen times under eight people who type. The server of Codeyard starts it again by itself.

The cluster is the test's own, with the settings of production: the one of other tests trades durability for speed.
What a machine's failing power does to a disk cannot be shown here; that `fsync` and `synchronous_commit` are on can.
"""

import random
import signal
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django_tenants.utils import tenant_context

from config.postgres.cluster import Cluster
from config.postgres.settings import database_settings
from schools.services.opening import open_school
from schools.tenancy import use_public_schema
from tests.faults.editors import EDITORS, typing_crowd
from tests.faults.processes import children, kill, wait_until_gone
from tests.live import LiveSite, serve

KILLS = 15
SECONDS_TO_COME_BACK = 30


@pytest.fixture
def cluster(tmp_path_factory) -> Iterator[Cluster]:
    """A durable cluster where a server with this DATA_DIR looks for its embedded one."""
    cluster = Cluster(tmp_path_factory.mktemp("data") / "postgres")
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture
def site(cluster, django_test_environment, django_db_blocker, worker) -> Iterator[LiveSite]:
    """A server that keeps its own PostgreSQL running, and Django's connection of the test looking at it."""
    data = cluster.root.parent
    before = dict(connection.settings_dict)
    here = database_settings(data, "")
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict.update(
            {name: here[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
        )
        connection.settings_dict["OPTIONS"] = {}
        try:
            use_public_schema()
            call_command("migrate_schemas", shared=True, verbosity=0, interactive=False)
            north = open_school(slug="north", name="North High School")
            with (
                serve("", {"DATABASE_URL": "", "DATA_DIR": str(data)}, name=f"postgres_{worker}") as site,
                tenant_context(north),
            ):
                yield site
        finally:
            connection.close()
            connection.settings_dict.update(before)


def postmaster(cluster: Cluster) -> int:
    """The process that started all others of the cluster."""
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def kill_postmaster(cluster: Cluster) -> None:
    """The first process goes, its helpers see that and end."""
    kill(postmaster(cluster))


def kill_everything(cluster: Cluster) -> None:
    """All at once, as when the power fails."""
    first = postmaster(cluster)
    kill(first, signal.SIGSTOP)  # it must not see its helpers die
    for pid in [*children(first), first]:
        kill(pid)
    wait_until_gone(first)


def stop_immediately(cluster: Cluster) -> None:
    """PostgreSQL's own emergency stop, which leaves everything to recovery."""
    kill(postmaster(cluster), signal.SIGQUIT)


def test_no_acknowledged_edit_is_lost_when_postgresql_is_killed(site, cluster, figure):
    dice = random.Random(2)
    ways = [kill_postmaster, kill_everything, stop_immediately]
    back: list[float] = []
    with connection.cursor() as cursor:
        durable = [cursor.execute(f"SHOW {name}").fetchone()[0] for name in ("fsync", "synchronous_commit")]

    with typing_crowd(site) as crowd:
        for number in range(KILLS):
            crowd.wait_for_more(dice.randint(1, 20), seconds=SECONDS_TO_COME_BACK)
            killed = postmaster(cluster)
            ways[number % len(ways)](cluster)
            wait_until_gone(killed)
            # One answer for each editor may have been on its way.
            back.append(crowd.wait_for_more(EDITORS + 1, seconds=SECONDS_TO_COME_BACK))

    connection.close()
    lost, doubled = crowd.lost(), crowd.doubled()
    figure(
        f"PostgreSQL killed {KILLS} times: acknowledged edits lost: {lost} of {crowd.acknowledged}, "
        f"doubled: {doubled}, back after {max(back):.1f} s at the latest"
    )
    assert durable == ["on", "on"]
    assert (lost, doubled, crowd.wrong) == (0, 0, [])
    assert max(back) < SECONDS_TO_COME_BACK
