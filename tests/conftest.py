"""Two schools, `north` and `south`, in every test that touches the database; each test is rolled back.

`school` makes north the current school, `client` speaks to it; `in_school(south)` looks into the other.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django_tenants.utils import tenant_context

from schools.middleware.school import forget_schools
from schools.models import School
from schools.tenancy import use_public_schema
from tests import databases
from tests.clients import HostClient, public_client, run_client, school_client
from tests.live import LiveSite, serve

PLAYWRIGHT_FIXTURE = (
    "playwright"  # whatever drives a browser needs this; it leaves an event loop running in its process
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last and share one process: one browser keeps two cores busy, and two of them at once take as
    long as one after the other and disturb each other's clocks.

    A real browser on a busy machine can miss a patience of ours once, so such a test is tried again; the summary counts
    and names every second try.
    """
    for item in items:
        if PLAYWRIGHT_FIXTURE in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is not None)


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """`figure("edits lost 0 of 412")` puts what a test has counted into the summary of the run."""
    return lambda text: record_property("figure", text)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The figures that tests have counted; and again, where people look, which checks failed before the tests."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    figures = [text for report in reports for name, text in report.user_properties if name == "figure"]
    if figures:
        terminalreporter.section("figures")
    for text in figures:
        terminalreporter.line(text)
    rerun = terminalreporter.getreports("rerun")
    if rerun:
        terminalreporter.section("tried again")
    for report in rerun:
        terminalreporter.line(f"{report.nodeid}: {_last_line(report)}")
    failed = os.environ.get("FAILED_CHECKS")
    if failed:
        terminalreporter.section("checks that failed before the tests")
        terminalreporter.line(failed)


def _last_line(report: Any) -> str:
    """Why a test had to be tried again, in a line."""
    lines = (line for line in report.longreprtext.splitlines() if line.startswith("E "))
    return next(lines, "E no reason given").removeprefix("E").strip()[:200]


@pytest.fixture(scope="session")
def worker() -> str:
    """The name of this test process."""
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: pytest.FixtureRequest, worker: str
) -> Iterator[None]:
    """A database of this process's own, copied from the template."""
    name = f"test_{worker}"
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection.settings_dict["OPTIONS"].pop("pool", None)  # one process, one thread, one connection
        databases.copy_of_template(name)
        databases.use(name)
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection.close()
        databases.drop(name)


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """No test sees what another left in the caches of this process."""
    forget_schools()
    cache.clear()
    yield
    use_public_schema()


@pytest.fixture
def north(db: None) -> School:
    """The first school."""
    return School.objects.get(slug="north")


@pytest.fixture
def south(db: None) -> School:
    """The second school, from which nothing may ever show in the first."""
    return School.objects.get(slug="south")


@pytest.fixture
def school(north: School) -> Iterator[School]:
    """North, as the current school of the test: models read and write its schema."""
    with tenant_context(north):
        yield north


@pytest.fixture
def in_school() -> Callable[[School], AbstractContextManager[None]]:
    """`with in_school(south): …` reads and writes the other school."""
    return tenant_context


@pytest.fixture
def client(school: School) -> HostClient:
    """A browser without a session at north."""
    return school_client("north")


@pytest.fixture
def south_client(south: School) -> HostClient:
    """A browser without a session at south."""
    return school_client("south")


@pytest.fixture
def public() -> HostClient:
    """A browser at the public site."""
    return public_client()


@pytest.fixture
def run_origin() -> HostClient:
    """A browser at the run origin."""
    return run_client()


@pytest.fixture(scope="session")
def live_server_process(
    django_test_environment: None, django_db_blocker: pytest.FixtureRequest, worker: str
) -> Iterator[LiveSite]:
    """gunicorn over a database of its own; one for each test process."""
    name = f"live_{worker}"
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection.settings_dict["OPTIONS"].pop("pool", None)
        databases.copy_of_template(name)
    with serve(name) as site:
        yield site
    databases.drop(name)


@pytest.fixture
def live(
    live_server_process: LiveSite,
    django_db_blocker: pytest.FixtureRequest,
) -> Iterator[LiveSite]:
    """A real server, and Django's connection of the test looking at the server's database, at north.

    What is written stays, as for a real server: give people and projects names of their own in each test.
    """
    before = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        databases.use(live_server_process.database)
        with tenant_context(School.objects.get(slug="north")):
            yield live_server_process
        databases.use(before)
