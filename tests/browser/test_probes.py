"""Student code, run by whoever opens it, reads no private byte and changes nothing.

Twice: with a run origin of another site, and with one beside the schools, where the browser would add the cookies.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django_tenants.utils import tenant_context
from playwright.sync_api import Browser, BrowserContext, Page

from accounts.models import User
from projects.models import Project
from schools.models import Domain, School
from tests import databases, factories
from tests.browser.attacks import WatchedSite, fingerprint, serve_watched
from tests.browser.workspace import Workspace, sign_in, wait_until

PROGRAM = (Path(__file__).parent / "programs" / "reach.py").read_text()
SITES = {"another site": "localhost", "a sibling": "codeyard.localhost"}
VIEWERS = ("student", "teacher", "administrator")
ATTEMPTS = 62
MILLISECONDS_FOR_STRAYS = 500


@dataclass
class School9C:
    """A student with a program that attacks, a second project that is private, her teacher and an administrator."""

    student: User
    teacher: User
    administrator: User
    attack: Project
    marker: str


@pytest.fixture(scope="module", params=SITES)
def site(request, django_db_blocker, worker: str, django_db_setup: None) -> Iterator[WatchedSite]:
    """A server whose run origin is another site, then one whose run origin is a sibling of the schools."""
    domain = SITES[request.param]
    with (
        django_db_blocker.unblock(),
        serve_watched(f"probes_{domain.partition('.')[0]}_{worker}", domain) as watched,
    ):
        yield watched


@pytest.fixture
def school9c(site: WatchedSite, django_db_blocker) -> Iterator[School9C]:
    """The people, and Django's connection of the test looking at their school."""
    before = settings.DATABASES["default"]["NAME"]
    with django_db_blocker.unblock():
        databases.use(site.live.database)
        north = School.objects.get(slug="north")
        Domain.objects.get_or_create(
            domain=f"north.{site.domain}", defaults={"tenant": north, "is_primary": False}
        )
        with tenant_context(north):
            yield make_school9c()
        databases.use(before)


def make_school9c() -> School9C:
    name = uuid4().hex[:6]
    student, teacher = factories.student(f"student-{name}"), factories.teacher(f"teacher-{name}")
    administrator = factories.administrator(f"admin-{name}")
    factories.classroom(teacher, student, name=f"9C {name}")
    factories.classroom(administrator, student, name=f"All {name}")
    attack = factories.project(student, "Game", main=PROGRAM)
    marker = f"Diary {uuid4().hex}"
    factories.project(student, marker)
    return School9C(student, teacher, administrator, attack, marker)


@pytest.fixture
def context(browser: Browser, browser_context_args: dict) -> Iterator[BrowserContext]:
    """A fresh profile."""
    made = browser.new_context(**browser_context_args)
    yield made
    made.close()


def open_attack(page: Page, site: WatchedSite, school: School9C, viewer: str) -> Workspace:
    """Sign in as the viewer and open the attack, as she would."""
    address = site.origin("north")
    sign_in(page, address, getattr(school, viewer).username, factories.PASSWORD)
    page.goto(f"{address}/projects/{school.attack.pk}/")
    workspace = Workspace(page)
    workspace.wait_ready()
    return workspace


def target(page: Page, site: WatchedSite, school: School9C, viewer: str) -> str:
    """All that an attacker could wish to know, the viewer's own token included."""
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies(site.origin("north"))}
    assert cookies.keys() >= {"session", "csrftoken"}
    frame = next(frame for frame in page.frames if "/frame/" in frame.url)
    worker = frame.evaluate("JSON.parse(document.getElementById('frame-data').textContent).worker")
    other = {"open": "closed", "closed": "open"}
    facts = {
        "school": site.origin("north"),
        "run": site.origin("run"),
        "project": school.attack.pk,
        "file": str(factories.first_file(school.attack).pk),
        "person": str(getattr(school, viewer).pk),
        "token": cookies["csrftoken"],
        "marker": school.marker,
        "otherWorker": "/".join(other.get(part, part) for part in worker.split("/")),
    }
    return json.dumps(facts)


def attack(workspace: Workspace, facts: str) -> dict[str, dict]:
    """Run the program and give what it found, by attempt."""
    workspace.start()
    workspace.answer(facts)
    outcome = workspace.wait_ended(seconds=90)
    assert outcome == "Finished", workspace.output
    workspace.page.wait_for_timeout(MILLISECONDS_FOR_STRAYS)
    lines = [line for line in workspace.output.splitlines() if line.startswith('{"probe"')]
    found = [json.loads(line) for line in lines]
    assert len(found) >= ATTEMPTS
    return {one["probe"]: one for one in found}


def assert_nothing_was_reached(
    found: dict[str, dict], site: WatchedSite, before: dict[str, str], figure: Callable[[str], None]
) -> None:
    """The figures: cookies sent 0, private bytes read 0, writes 0."""
    own = found.pop("own origin")
    read = {name: one for name, one in found.items() if one["read"]}
    with_cookies = [arrival for arrival in site.probes() if arrival.has_cookie]
    changed = {table for table, rows in fingerprint("school_north").items() if before[table] != rows}
    figure(
        f"{len(found)} attempts of a program: cookies sent {len(with_cookies)}, private bytes read "
        f"{sum(one['read'] for one in read.values())}, writes {len(changed)}"
    )
    assert own is not None
    assert (read, with_cookies, changed) == ({}, [], set())


@pytest.mark.parametrize("viewer", VIEWERS)
def test_student_code_reaches_nothing_of_the_viewer(
    context: BrowserContext, site: WatchedSite, school9c: School9C, viewer: str, figure: Callable[[str], None]
) -> None:
    page = context.new_page()
    site.requests.write_text("")
    workspace = open_attack(page, site, school9c, viewer)
    page.wait_for_timeout(MILLISECONDS_FOR_STRAYS)
    assert ("Target?" in workspace.output, site.probes()) == (False, []), "opening a project ran it"
    facts = target(page, site, school9c, viewer)
    before = fingerprint("school_north")
    site.requests.write_text("")

    found = attack(workspace, facts)

    assert found["own origin"]["read"] > 0
    assert_nothing_was_reached(found, site, before, figure)
    # The same page reads what the program could not, with cookies that the log shows: the measurement works.
    control = page.evaluate("async () => (await fetch('/?q=probe-control')).text()")
    assert school9c.marker in control
    wait_until(lambda: bool(site.probes()), seconds=10, what="the control in the server's log")
    assert [one.has_cookie for one in site.probes() if one.probe == "control"] == [True]


FORGE = """async ([school, token, writes]) => {
  const found = [];
  for (const [method, path, body] of writes) {
    for (const mode of ["cors", "no-cors"]) {
      const options = { method, mode, credentials: "include", body };
      if (mode === "cors" && method !== "GET") options.headers = { "X-CSRFToken": token };
      const marked = `${school}${path}?q=probe-${method}-${mode}`;
      found.push(await fetch(marked, options).then((answer) => answer.text()).catch((error) => String(error)));
    }
  }
  return found;
}"""
SUBMIT = """([school, token]) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = `${school}/projects/?q=probe-form`;
  for (const [name, value] of [["name", "FORGED"], ["csrfmiddlewaretoken", token]]) {
    const field = form.appendChild(document.createElement("input"));
    field.name = name;
    field.value = value;
  }
  document.body.append(form);
  form.submit();
}"""


def test_the_server_itself_refuses_a_sibling_that_has_the_cookies(
    context: BrowserContext, site: WatchedSite, school9c: School9C, figure: Callable[[str], None]
) -> None:
    """As if the run origin's policies had failed: a page there, without any policy, in the teacher's browser."""
    if site.domain == "localhost":
        pytest.skip("Here the browser itself keeps the cookies back.")
    page = context.new_page()
    address, bare = site.origin("north"), f"{site.origin('run')}/bare/"
    sign_in(page, address, school9c.teacher.username, factories.PASSWORD)
    token = next(one["value"] for one in context.cookies(address) if one["name"] == "csrftoken")
    page.route(bare, lambda route: route.fulfill(body="<!doctype html><body>", content_type="text/html"))
    page.goto(bare)
    before = fingerprint("school_north")
    site.requests.write_text("")
    project = f"/projects/{school9c.attack.pk}/"
    writes = [
        ("GET", "/", None),
        ("GET", project, None),
        ("POST", "/projects/", f"name=x&csrfmiddlewaretoken={token}"),
    ]

    found = page.evaluate(FORGE, [address, token, writes])
    with page.expect_navigation():
        page.evaluate(SUBMIT, [address, token])

    wait_until(
        lambda: "form" in {one.probe for one in site.probes()},
        seconds=10,
        what="the form in the server's log",
    )
    arrived = [one for one in site.probes() if one.method != "OPTIONS"]
    changed = fingerprint("school_north") != before
    read = sum(len(text) for text in found if not text.startswith("TypeError") and text)
    figure(
        f"{len(arrived)} requests of a sibling with cookies: "
        f"{sum(one.status == '403' for one in arrived)} refused, {read} bytes read"
    )
    assert {one.site for one in arrived} == {"same-site"}
    assert all(one.has_cookie for one in arrived), "the test has lost its teeth"
    assert {one.status for one in arrived} == {"403"}
    assert "came from another website" in page.content()
    assert (read, changed) == (0, False)
