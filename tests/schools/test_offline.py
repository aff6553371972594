"""What a browser fetches to keep pages on a device, and what the server says about who may keep what."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from runtime_static import offline, vendor
from tests import factories
from tests.clients import HostClient

PERSON, KEEP, RELEASE = "X-Codeyard-Person", "X-Codeyard-Keep", "X-Codeyard-Release"


def script_data(answer) -> dict[str, object]:
    """What the service worker is started with."""
    found = re.search(r"serve\(self, (\{.*\})\);", answer.content.decode())
    assert found
    return json.loads(found[1])


def test_service_worker_is_one_small_module_that_browsers_ask_for_again(client):
    answer = client.get("/service-worker.js")

    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert (
        f'import {{ serve }} from "{static("offline/worker/service-worker.js")}";' in answer.content.decode()
    )
    assert not answer.cookies


def test_service_worker_brings_every_file_that_the_pages_name(client):
    person = factories.student()
    pages = [factories.signed_in(person).get(path) for path in ("/", "/projects/", "/offline/")]
    pages.append(factories.signed_in(person).get(factories.project(person).get_absolute_url()))

    files = set(script_data(client.get("/service-worker.js"))["assets"])

    named = {
        address
        for page in pages
        for address in re.findall(r'(?:src|href)="((?:/static|/vendor)/[^"]+)"', page.content.decode())
    }
    assert len(named) > 40
    assert named <= files


def test_service_worker_brings_modules_that_are_loaded_later(client):
    files = set(script_data(client.get("/service-worker.js"))["assets"])

    for name in (
        "projects/history-dialog.js",
        "runtime/messages.js",
        "offline/kept.js",
        "editor/languages.js",
    ):
        assert static(name) in files
    assert set(vendor.module_addresses()) <= files
    assert any(address.endswith(".woff2") for address in files)


def test_service_worker_leaves_out_what_no_page_of_a_school_loads(client):
    files = script_data(client.get("/service-worker.js"))["assets"]

    assert not [
        address
        for address in files
        if address.startswith(("/static/admin/", "/static/runtime/worker/", "/static/runtime/frame/"))
        or address.endswith((".wasm", ".whl", ".zip", ".png"))
    ]


def test_files_of_a_release_have_lasting_addresses(live):
    for address in offline.page_files():
        answer = live.ask(address, host="north.localhost", method="HEAD")
        assert (answer.status, "immutable" in answer.headers["Cache-Control"]) == (200, True), address


def test_release_changes_with_the_files(client, monkeypatch):
    before = offline.release()

    monkeypatch.setattr(offline, "_page_files", lambda folders: ["/static/other.js"])

    assert offline.release() != before


def test_offline_page_knows_nobody(client):
    person = factories.student("ada-lovelace")

    answer = factories.signed_in(person).get("/offline/", headers={"cookie": ""})
    anonymous = client.get("/offline/")

    assert "ada-lovelace" not in anonymous.content.decode()
    assert "csrf" not in anonymous.content.decode()
    assert not anonymous.cookies
    assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"


@pytest.mark.parametrize("path", ["/", "/projects/", "/accounts/logout/", "/nothing/", "/offline/"])
def test_every_page_says_for_whom_it_is(client, path):
    person = factories.student()

    assert factories.signed_in(person).get(path)[PERSON] == str(person.pk)
    assert client.get("/accounts/login/")[PERSON] == "0"


def test_back_office_says_for_whom_it_is(school):
    boss = factories.administrator("boss")

    assert factories.signed_in(boss).get("/admin/")[PERSON] == str(boss.pk)


def test_own_project_alone_may_be_kept(school):
    owner, teacher = factories.student(), factories.teacher()
    factories.classroom(teacher, owner)
    project = factories.project(owner)
    project.name = "Übung: 1 & 2"
    project.save()
    address = project.get_absolute_url()

    hers, theirs = (factories.signed_in(person).get(address) for person in (owner, teacher))

    assert unquote(hers[KEEP]) == "Übung: 1 & 2"
    assert hers[RELEASE] == offline.release()
    assert KEEP not in theirs


@pytest.mark.parametrize("path", ["/", "/projects/", "/accounts/login/", "/accounts/password/", "/nothing/"])
def test_other_pages_may_not_be_kept(school, path):
    assert KEEP not in factories.signed_in(factories.student()).get(path)


def test_api_answers_may_not_be_kept(school):
    owner = factories.student()
    project = factories.project(owner)

    answer = factories.signed_in(owner).get(f"/projects/{project.pk}/files/")

    assert not {KEEP, PERSON, RELEASE} & set(answer.headers)


def test_operator_can_take_it_all_away(school, settings):
    settings.OFFLINE = False
    owner = factories.student()
    project = factories.project(owner)

    script = factories.signed_in(owner).get("/service-worker.js").content.decode()
    page = factories.signed_in(owner).get(project.get_absolute_url())

    assert "registration.unregister()" in script
    assert "serve(" not in script
    assert KEEP not in page
    assert 'name="service-worker"' not in page.content.decode()


def test_public_site_has_no_service_worker(db):
    public = HostClient("localhost")

    assert public.get("/service-worker.js").status_code == 404
    assert "register.js" not in public.get("/").content.decode()


def test_manifest_of_the_web_app(client):
    answer = client.get("/manifest.webmanifest")
    manifest = json.loads(answer.content)

    assert answer["Content-Type"].startswith("application/manifest+json")
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    for side in (192, 512):
        header = Path(str(finders.find(f"design/icon-{side}.png"))).read_bytes()[:24]
        assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (side, side)
