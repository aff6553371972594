"""A computer that pupils share: what it keeps of one is shown to no other, and no program reaches it."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from tests import factories
from tests.browser.offline import caches, is_kept, reopen, stop, visit
from tests.browser.workspace import Workspace, sign_in, wait_until
from tests.live import restart, serve

REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
# Looks for caches, and leaves answers of its own behind for whatever may look there. Some browsers refuse a program the
# storage of its own origin too.
POISON = """
import js
from pyodide.ffi import JsException, run_sync
try:
    print("caches here:", [name for name in run_sync(js.caches.keys())])
    cache = run_sync(js.caches.open("codeyard-release-poison"))
    for path in ["/frame/open/", js.location.pathname, "/static/runtime/worker/worker.js", "/projects/"]:
        run_sync(cache.put(js.location.origin + path, js.Response.new("throw new Error('poison')")))
except JsException as error:
    print("caches here: []", error)
print("can bring a service worker:", hasattr(js.navigator, "serviceWorker"))
try:
    run_sync(js.fetch(SCHOOL + "/projects/", js.Object.fromEntries([["credentials", "include"]])))
    print("the school answered")
except JsException as error:
    print("the school is closed")
"""


@pytest.fixture
def site(live, worker):
    """A server over the database of `live`, to be killed."""
    with serve(live.database, {"WEB_WORKERS": "1"}, name=f"private_{worker}") as site:
        yield site


def nothing_is_shown(page, site, project) -> None:
    """Without a network neither the project nor its name is shown."""
    stop(site)
    for path in (f"/projects/{project.pk}/", "/", "/projects/"):
        page.goto(f"{site.school()}{path}")
        page.get_by_role("button", name="Try again").wait_for()
        assert project.name not in page.get_by_role("main").inner_text()
        assert page.get_by_role("textbox", name="Code editor").count() == 0


def test_next_pupil_sees_nothing_of_the_one_who_did_not_sign_out(site, context, owner, project):
    other = factories.student()
    page = visit(context, site, owner, project).page
    Session.objects.all().delete()  # she went home, and her session ended overnight

    sign_in(page, site.school(), other.username, factories.PASSWORD)

    wait_until(lambda: not is_kept(page, f"/projects/{project.pk}/"), seconds=15, what="her pages to go")
    assert f"codeyard-person-{owner.pk}" not in caches(page)
    nothing_is_shown(page, site, project)


def test_next_pupil_sees_her_own_pages(site, context, owner, project):
    visit(context, site, owner, project)
    other = factories.student()
    hers = factories.project(other)

    workspace = visit(context, site, other, hers)

    assert f"codeyard-person-{owner.pk}" not in caches(workspace.page)
    stop(site)
    reopen(workspace)
    workspace.page.goto(f"{site.school()}/projects/{project.pk}/")
    workspace.page.get_by_role("heading", name="You are offline").wait_for()


def test_page_that_the_one_before_left_open_is_kept_for_nobody(site, context, owner, project):
    hers = visit(context, site, owner, project)
    other = factories.student()
    visitor = context.new_page()
    context.clear_cookies()
    sign_in(visitor, site.school(), other.username, factories.PASSWORD)

    hers.write("typed in the tab that stayed open")
    hers.wait_save_status("On this device")

    assert f"codeyard-person-{owner.pk}" not in caches(visitor)


def test_signing_out_takes_everything_away(site, context, owner, project):
    page = visit(context, site, owner, project).page

    page.goto(f"{site.school()}/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.get_by_role("textbox", name="Username").wait_for()

    assert not [name for name in caches(page) if name.startswith("codeyard-person-")]
    nothing_is_shown(page, site, project)


def test_signing_out_without_a_network_takes_everything_away(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    page = workspace.page
    stop(site)
    reopen(workspace)

    page.get_by_text(owner.username).first.click()
    page.get_by_role("button", name="Sign out").click()

    page.get_by_text("Your projects are not kept on this device any more.").wait_for()
    assert not [name for name in caches(page) if name.startswith("codeyard-person-")]
    page.goto(f"{site.school()}/projects/{project.pk}/")
    page.get_by_role("heading", name="You are offline").wait_for()


def test_teacher_keeps_no_project_of_a_student(site, context, owner, project):
    teacher = factories.teacher()
    factories.classroom(teacher, owner)
    own = factories.project(teacher)
    page = visit(context, site, teacher, own).page

    page.goto(f"{site.school()}/projects/{project.pk}/")
    Workspace(page).wait_ready()

    page.goto(f"{site.school()}/projects/")
    assert not is_kept(page, f"/projects/{project.pk}/")


def test_program_reaches_nothing_that_is_kept(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    program = POISON.replace("SCHOOL", repr(site.school()))
    assert workspace.run(program) == "Finished", workspace.output
    for line in ("caches here: []", "can bring a service worker: False", "the school is closed"):
        assert line in workspace.output
    workspace.wait_saved()
    before = caches(workspace.page)
    stop(site)

    reopen(workspace)

    assert caches(workspace.page) == before
    assert workspace.run("print('well')") == "Finished"
    assert "well" in workspace.output


def test_new_release_takes_the_place_of_the_old_one(site, context, owner, project, tmp_path):
    workspace = visit(context, site, owner, project)
    page = workspace.page
    first = [name for name in caches(page) if name.startswith("codeyard-release-")]
    assert len(first) == 1
    stop(site)

    site.environment |= newer_release(tmp_path)
    restart(site)
    reopen(workspace)
    wait_until(
        lambda: len(set(caches(page)) - set(first)) >= 3, seconds=60, what="the new release on the device"
    )
    page.goto(f"{site.school()}/projects/{project.pk}/")
    workspace.wait_open()
    wait_until(lambda: not set(first) & set(caches(page)), seconds=60, what="the old release to go")

    stop(site)
    reopen(workspace)
    background = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--release').trim()"
    )
    assert background == "second"


def newer_release(place: Path) -> dict[str, str]:
    """Settings of a server whose style sheets differ: a release that somebody has just installed."""
    folder = place / "data"
    folder.mkdir()
    static = Path(settings.STATIC_ROOT)
    shutil.copytree(static, folder / "static")
    (folder / "vendor").symlink_to(Path(settings.VENDOR_ROOT))
    manifest = folder / "static" / "staticfiles.json"
    text = manifest.read_text()
    old = text.split('"design/tokens.css": "')[1].split('"')[0]
    new = old.replace(".css", "0.css")
    manifest.write_text(text.replace(old, new))
    changed = (static / old).read_text() + "\n:root { --release: second; }\n"
    (folder / "static" / new).write_text(changed)
    return {"DATA_DIR": str(folder), "SECRET_KEY": settings.SECRET_KEY}


def test_operator_takes_it_all_away(site, context, owner, project):
    page = visit(context, site, owner, project).page
    stop(site)
    site.environment["OFFLINE"] = "0"
    restart(site)

    page.goto(f"{site.school()}/")

    wait_until(lambda: page.evaluate(REGISTRATIONS) == 0, seconds=30, what="no service worker")
    wait_until(lambda: caches(page) == [], seconds=30, what="no caches")
    stop(site)
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"{site.school()}/projects/{project.pk}/")
