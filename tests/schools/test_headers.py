"""The headers of every kind of answer, as `docs/security.md` lists them."""

import re

import pytest
from django.conf import settings
from django.templatetags.static import static

from accounts.enums import Role
from accounts.models import User
from accounts.services.people import add_person
from runtime_static import vendor
from tests.clients import HostClient

EVERYWHERE = {"X-Content-Type-Options": "nosniff"}
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}
PRIVATE = {"Cache-Control": "no-store"}
IMMUTABLE = "max-age=315360000, public, immutable"
CROSS_ORIGIN = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
NOT_ISOLATED = {"Cross-Origin-Embedder-Policy": "unsafe-none"}
RUN = {**CROSS_ORIGIN, "Referrer-Policy": "no-referrer"}
ADMIN = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"}
DENIED = ("camera=()", "microphone=()", "geolocation=()")


def static_address():
    """A file of ours, by its hashed name."""
    return static("design/tokens.css")


def lint_worker_address():
    """The worker that reads programs while somebody types."""
    return static("lint/worker.js")


def vendor_address():
    """A file of somebody else's."""
    return f"{vendor.manifest()['folders']['pyodide']}pyodide.mjs"


# kind of page: host, path, person, status, headers that must stand there
PAGES = {
    "public page": ("localhost", "/", None, 200, ISOLATED | PRIVATE),
    "guide": ("localhost", "/how-it-works/", None, 200, ISOLATED | PRIVATE),
    "guide at a school": (
        "north.localhost",
        "/how-it-works/packages/",
        Role.TEACHER,
        200,
        ISOLATED | PRIVATE,
    ),
    # The frame in it has to see that a server answers and refuses, which isolation hides.
    "check a URL": ("localhost", "/check-a-url/", None, 200, ISOLATED | PRIVATE | NOT_ISOLATED),
    "public example": ("localhost", "/examples/library/", None, 200, ISOLATED | PRIVATE),
    "example at a school": ("north.localhost", "/examples/library/", None, 200, ISOLATED | PRIVATE),
    "public error": ("localhost", "/nothing/", None, 404, ISOLATED | PRIVATE),
    "no school": ("nowhere.localhost", "/", None, 404, ISOLATED | PRIVATE),
    "bad host": ("evil.example", "/", None, 400, ISOLATED | PRIVATE),
    "bad request": ("north.localhost", "/?a=%00", None, 400, ISOLATED | PRIVATE),
    "sign-in": ("north.localhost", "/accounts/login/", None, 200, ISOLATED | PRIVATE),
    "home": ("north.localhost", "/", Role.STUDENT, 200, ISOLATED | PRIVATE),
    "projects": ("north.localhost", "/projects/", Role.STUDENT, 200, ISOLATED | PRIVATE),
    "exercises": ("north.localhost", "/exercises/", Role.STUDENT, 200, ISOLATED | PRIVATE),
    "school error": ("north.localhost", "/nothing/", Role.STUDENT, 404, ISOLATED | PRIVATE),
    "API, signed out": ("north.localhost", "/projects/1/files/", None, 401, ISOLATED | PRIVATE),
    "API, nothing there": ("north.localhost", "/projects/1/files/", Role.STUDENT, 404, ISOLATED | PRIVATE),
    "back office": ("north.localhost", "/admin/", Role.ADMINISTRATOR, 200, ADMIN),
    "back office list": ("north.localhost", "/admin/accounts/user/", Role.ADMINISTRATOR, 200, ADMIN),
    "health": ("north.localhost", "/healthz", None, 200, ISOLATED | PRIVATE),
    "static": ("north.localhost", static_address, None, 200, CROSS_ORIGIN | {"Cache-Control": IMMUTABLE}),
    "static lint worker": (
        "north.localhost",
        lint_worker_address,
        None,
        200,
        CROSS_ORIGIN | {"Cache-Control": IMMUTABLE},
    ),
    "vendor": ("run.localhost", vendor_address, None, 200, CROSS_ORIGIN | {"Cache-Control": IMMUTABLE}),
    "run frame, open": ("run.localhost", "/frame/open/", None, 200, RUN),
    "run frame, closed": ("run.localhost", "/frame/closed/", None, 200, RUN),
    "run frame, tries addresses": ("run.localhost", "/frame/open/probe/", None, 200, RUN | NOT_ISOLATED),
    "run origin, nothing there": ("run.localhost", "/", None, 404, {}),
}
APPLICATION = [name for name in PAGES if not name.startswith(("static", "vendor", "run"))]
FRAMES = [name for name in PAGES if name.startswith("run frame")]


def ask(name):
    """The answer for a kind of page."""
    host, path, role, status, _ = PAGES[name]
    client = HostClient(host)
    if role:
        add_person(username="somebody", role=role)
        client.force_login(User.objects.get(), backend=settings.AUTHENTICATION_BACKENDS[-1])
    answer = client.get(path() if callable(path) else path, headers={"accept": "text/html"})
    answer.close()
    assert answer.status_code == status
    return answer


def policy(answer):
    """The Content-Security-Policy as a dictionary."""
    parts = [part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip()]
    return {name: values for name, *values in parts}


@pytest.mark.parametrize("name", PAGES)
def test_headers(school, name):
    answer = ask(name)

    wanted = EVERYWHERE | PAGES[name][-1]
    if "no-store" in answer.get("Cache-Control", ""):
        answer["Cache-Control"] = "no-store"  # whatever else says so too
    assert {key: answer.get(key) for key in wanted} == wanted
    assert answer.get("Referrer-Policy")
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize("name", APPLICATION)
def test_policy_of_the_application(school, name):
    directives = policy(ask(name))

    in_admin = name.startswith("back office")
    assert directives["default-src"] == ["'none'"]
    assert directives["base-uri"] == ["'none'"]
    assert directives["form-action"][0] == "'self'"
    assert directives["frame-ancestors"] == (["'self'"] if in_admin else ["'none'"])
    assert directives["frame-src"] == [settings.RUN_ORIGIN]
    for source in directives["script-src"]:
        assert source == "'self'" or (re.fullmatch(r"'nonce-[\w+/=]{20,}'", source) and not in_admin)
    assert "'unsafe-inline'" not in answer_words(directives)
    assert "'unsafe-eval'" not in answer_words(directives)


def answer_words(directives):
    """Every source of every directive."""
    return {word for words in directives.values() for word in words}


@pytest.mark.parametrize("name", FRAMES)
def test_policy_of_the_run_origin(db, name):
    answer = ask(name)

    directives = policy(answer)
    assert directives["default-src"] == ["'none'"]
    assert directives["frame-ancestors"] == settings.APPLICATION_ORIGINS
    assert "'unsafe-eval'" not in directives["script-src"]
    assert "'wasm-unsafe-eval'" in directives["script-src"]
    assert "X-Frame-Options" not in answer
    assert not answer.cookies


def test_the_lint_worker_alone_may_compile(db):
    assert policy(ask("static lint worker")) == {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'"],
        "connect-src": ["'self'"],
    }
    assert "'wasm-unsafe-eval'" not in answer_words(policy(ask("static")))


@pytest.mark.parametrize("name", PAGES)
def test_devices_of_the_pupil_are_out_of_reach(school, name):
    permissions = ask(name)["Permissions-Policy"]

    assert all(word in permissions for word in DENIED)


@pytest.mark.parametrize("name", ["public page", "sign-in", "home"])
def test_isolation_is_lent_to_the_run_origin_alone(school, name):
    assert f'cross-origin-isolated=(self "{settings.RUN_ORIGIN}")' in ask(name)["Permissions-Policy"]


def test_nonce_is_new_for_every_answer(school):
    pages = {
        ask_twice["Content-Security-Policy"]
        for ask_twice in (HostClient("localhost").get("/") for _ in range(2))
    }

    assert len(pages) == 2 or not any("nonce-" in page for page in pages)


@pytest.mark.parametrize("name", ["home", "projects", "school error"])
def test_pages_of_a_person_are_kept_by_no_cache(school, name):
    assert ask(name)["Cache-Control"] == "no-store"
