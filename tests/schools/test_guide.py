"""The guide on every host: its pages, their contents, tables as they are here, and a privacy page that is complete."""

import re

import pytest
from django.apps import apps
from django.conf import settings

from projects.demo_content import examples
from runtime_static import support
from runtime_static.support.data import claim_tables
from schools import guide_facts, privacy
from tests import factories
from tests.clients import HostClient

HOSTS = ("localhost", "north.localhost")
PAGES = {
    "/how-it-works/": "How it works",
    "/how-it-works/packages/": "Packages and modules",
    "/how-it-works/lessons/": "Which lessons work",
    "/how-it-works/exercises/": "Writing exercises",
    "/how-it-works/classes/": "Classes, assignments and marks",
    "/how-it-works/cors/": "Reading from the internet",
    "/how-it-works/privacy/": "Privacy",
    "/check-a-url/": "Check a URL",
}


def text_of(html):
    """What can be read, in one line."""
    plain = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
    return " ".join(plain.split())


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_on_every_host(school, host, path):
    page = HostClient(host).get(path)

    assert page.status_code == 200
    assert f"<h1>{PAGES[path]}</h1>" in page.text
    assert f'href="{path}" aria-current="page"' in page.text
    assert not page.cookies


@pytest.mark.parametrize("make", [factories.student, factories.teacher, factories.administrator])
def test_everybody_who_is_signed_in_may_read_it(school, make):
    client = factories.signed_in(make())

    for path in PAGES:
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_changed_there(db, public, path):
    assert public.post(path).status_code == 405


@pytest.mark.parametrize("path", PAGES)
def test_contents_lead_to_the_sections(db, public, path):
    html = public.get(path).text

    headings = dict(re.findall(r'<h2 id="([\w-]+)">(.*?)<a class="anchor"', html))
    contents = dict(re.findall(r'<li><a href="#([\w-]+)">(.*?)</a></li>', html))
    if path != "/check-a-url/":
        assert contents == headings
    ids = re.findall(r'\bid="([\w-]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([\w-]+)"', html)) <= set(ids)


@pytest.mark.parametrize("host", HOSTS)
def test_links_of_the_guide_lead_somewhere(school, host):
    client = HostClient(host)
    wanted = {link for path in PAGES for link in re.findall(r'href="(/[^"]*)"', client.get(path).text)}

    for link in sorted(wanted):
        if link.startswith(("/static/", "/vendor/")):
            continue
        path, _, part = link.partition("#")
        page = client.get(path, follow=True)
        assert page.status_code == 200, link
        assert not part or f'id="{part}"' in page.text, link


@pytest.mark.parametrize("table", claim_tables(), ids=lambda table: table.id)
def test_every_row_is_told_as_it_is_here(db, public, table):
    path = "/how-it-works/lessons/" if table.id == "lessons" else "/how-it-works/packages/"
    html = public.get(path).text

    for row in support.rows(table.id):
        found = re.search(rf'<tr id="row-{row.id}" role="row">(.*?)</tr>', html, re.DOTALL)
        told = text_of(found[1])
        assert row.status_label in told
        assert row.installed or "See it in action" not in told
        if row.version and table.id != "lessons":
            assert row.version in told
        if row.reason:
            assert "Not installed on this server" in told


def test_rows_lead_to_examples_that_are_there():
    rows = {row.id for table in support.tables() for row in table.rows}

    assert set(guide_facts.EXAMPLES) <= rows
    assert set(guide_facts.EXAMPLES.values()) <= set(examples())


def test_the_firewall_table_names_the_hosts_of_this_server(school):
    public_page = HostClient("localhost").get("/how-it-works/").text
    school_page = HostClient("north.localhost").get("/how-it-works/").text

    for page in (public_page, school_page):
        assert f"<code>{settings.RUN_HOST}</code>" in page
    assert "<code>*.localhost</code>" in public_page
    assert "<code>north.localhost</code>" in school_page


def test_the_size_of_python_is_measured():
    assert 2 < guide_facts.download_megabytes() < 15
    assert all(guide_facts.parts().values())


def test_every_column_of_the_database_stands_on_the_privacy_page():
    told: dict[str, list[str]] = {}
    for kind in privacy.kinds():
        assert not told.keys() & kind.fields.keys()
        told |= kind.fields

    stored = {
        model._meta.label: [field.name for field in model._meta.get_fields() if field.concrete]
        for model in apps.get_models(include_auto_created=True)
    }

    assert {label: sorted(names) for label, names in told.items()} == {
        label: sorted(names) for label, names in stored.items()
    }


def test_what_is_said_to_be_empty_stays_empty_through_a_sign_in(school, client):
    person = factories.student("ada")
    client.post("/accounts/login/", {"login": "ada", "password": "wrong"})
    client.post("/accounts/login/", {"login": "ada", "password": factories.PASSWORD})
    factories.project(person)

    empty = next(kind for kind in privacy.kinds() if kind.id == "empty")
    for label in empty.fields:
        app, _, name = label.partition(".")
        if app not in ("contenttypes", "auth"):  # names of kinds of data
            assert not apps.get_model(app, name).objects.exists(), label


def test_a_wrong_password_is_not_among_what_is_stored(school, client):
    factories.student("ada")

    client.post("/accounts/login/", {"login": "ada", "password": "a-wrong-password"})

    attempts = apps.get_model("axes", "AccessAttempt").objects.values()
    assert attempts.count() == 1
    assert "a-wrong-password" not in str(list(attempts))


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", ["/", "/nothing/", "/accounts/login/"])
def test_every_page_leads_to_the_guide(school, host, path):
    html = HostClient(host).get(path, follow=True).text

    for link in ("/how-it-works/", "/examples/", "/check-a-url/", "/how-it-works/privacy/"):
        assert f'href="{link}"' in html


def test_the_check_knows_its_own_hosts_and_is_not_isolated(school, settings):
    settings.EXTRA_HOSTS = ["code.school.example"]

    page = HostClient("north.localhost").get("/check-a-url/")

    data = re.search(r'id="check-data"[^>]*>(.*?)</script>', page.text)[1]
    for host in (settings.BASE_DOMAIN, settings.RUN_HOST, "code.school.example"):
        assert f'"{host}"' in data
    assert page["Cross-Origin-Embedder-Policy"] == "unsafe-none"
    assert page["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_frame_that_tries_addresses_is_told_apart_from_the_others(run_origin):
    probe, frame = run_origin.get("/frame/open/probe/"), run_origin.get("/frame/open/")

    assert probe["Content-Security-Policy"] == frame["Content-Security-Policy"]
    assert (probe["Cross-Origin-Embedder-Policy"], frame["Cross-Origin-Embedder-Policy"]) == (
        "unsafe-none",
        "require-corp",
    )
    assert not probe.cookies
