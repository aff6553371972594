"""The frame page and its worker: headers, policies, and that nothing else lives on the run origin."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import Client, RequestFactory

from config.paths import BASE_DIR
from runtime_static import vendor
from runtime_static.policies import Policy
from runtime_static.views import frame_address

MANIFEST = {
    "versions": {"pyodide": "9.9.9", "lucide-static": "1.0.0"},
    "folders": {"pyodide": "/vendor/pyodide@9.9.9/", "lucide-static": "/vendor/lucide-static@1.0.0/"},
    "imports": {"tiny": "/vendor/tiny@1.0.0/index.js"},
    "python_folder": "/vendor/python-packages@9.9.9-abc/",
    "python_core": "/vendor/python-packages@9.9.9-abc/python-core.abc.zip",
    "python_library": "/vendor/python-packages@9.9.9-abc/python-library.abc.zip",
    "python_snapshot": "/vendor/python-packages@9.9.9-abc/python-snapshot.abc.bin",
    "python_lock": "/vendor/python-packages@9.9.9-abc/pyodide-lock.abc.json",
    "python_packages": [],
}


WORKER_MODULES = BASE_DIR / "runtime_static" / "static" / "runtime" / "worker"


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, settings) -> Path:
    """A vendor folder with a manifest and one icon."""
    settings.VENDOR_ROOT = tmp_path
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST))
    icons = tmp_path / "lucide-static@1.0.0" / "icons"
    icons.mkdir(parents=True)
    (icons / "play.svg").write_text(
        '<!-- @license -->\n<svg\n  class="lucide"\n>\n  <path d="M0 0" />\n</svg>'
    )
    return tmp_path


@pytest.fixture
def run_client() -> Client:
    return Client(headers={"host": settings.RUN_HOST})


def directives(response) -> dict[str, str]:
    parts = [part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";")]
    return dict(parts)


def frame_data(response) -> dict[str, object]:
    found = re.search(
        r'<script id="frame-data" type="application/json">(.*?)</script>', response.content.decode()
    )
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("policy", ["open", "closed"])
def test_frame_and_worker_carry_the_same_policy(run_client: Client, policy: str) -> None:
    frame = run_client.get(f"/frame/{policy}/")
    worker = run_client.get(str(frame_data(frame)["worker"]))

    assert frame.status_code == worker.status_code == 200
    assert directives(frame) == directives(worker)
    for response in (frame, worker):
        assert response["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "camera=()" in response["Permissions-Policy"]
        assert not response.cookies
        assert "X-Frame-Options" not in response
    assert frame["Cache-Control"] == "no-cache"
    assert "immutable" in worker["Cache-Control"]
    assert worker["Content-Type"].startswith("text/javascript")


@pytest.mark.parametrize("policy", ["open", "closed"])
def test_policy_allows_no_more_than_it_says(run_client: Client, policy: str) -> None:
    found = directives(run_client.get(f"/frame/{policy}/"))

    assert found["default-src"] == "'none'"
    assert "unsafe-eval'" not in found["script-src"].replace("'wasm-unsafe-eval'", "")
    assert "'unsafe-inline'" not in found["script-src"]
    own, modules = (
        f"{settings.RUN_ORIGIN}/frame/{policy}/",
        f"{settings.RUN_ORIGIN}{settings.STATIC_URL}runtime/",
    )
    assert found["worker-src"] == f"{own} {modules}"
    assert found["frame-ancestors"] == " ".join(settings.APPLICATION_ORIGINS)
    assert ("https:" in found["connect-src"].split()) == (policy == "open")


@pytest.mark.parametrize("policy", ["open", "closed"])
def test_frame_may_be_kept_under_its_fingerprint_alone(run_client: Client, policy: Policy) -> None:
    address = frame_address(policy)
    other = f"{settings.RUN_ORIGIN}/frame/{policy}/0123456789abcdef/"

    kept, older = (run_client.get(url.removeprefix(settings.RUN_ORIGIN)) for url in (address, other))

    assert "immutable" in kept["Cache-Control"]
    assert older["Cache-Control"] == "no-cache"
    assert kept.content == older.content
    assert directives(kept) == directives(older)


def test_fingerprint_of_the_frame_changes_with_what_it_says(settings, installed: Path) -> None:
    before = {frame_address("open"), frame_address("closed")}

    settings.APPLICATION_ORIGINS = [*settings.APPLICATION_ORIGINS, "https://code.north.example"]
    after_setting = frame_address("open")
    (installed / "manifest.json").write_text(json.dumps(MANIFEST | {"python_lock": "/vendor/other.json"}))

    assert len({*before, after_setting, frame_address("open")}) == 4


def test_worker_with_another_digest_is_not_found(run_client: Client) -> None:
    assert run_client.get("/frame/open/0123456789abcdef/worker.js").status_code == 404


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/admin/", "/frame/", "/frame/other/"])
def test_nothing_else_lives_here(run_client: Client, path: str) -> None:
    response = run_client.get(path)

    assert response.status_code == 404
    assert not response.cookies


def test_frame_tells_where_everything_is(run_client: Client) -> None:
    data = frame_data(run_client.get("/frame/open/"))

    assert data["pyodide"] == "/vendor/pyodide@9.9.9/"
    assert data["lock"] == MANIFEST["python_lock"]
    assert data["core"] == MANIFEST["python_core"]
    assert data["snapshot"] == MANIFEST["python_snapshot"]
    assert data["embedders"] == settings.APPLICATION_ORIGINS


def test_modules_of_the_worker_can_be_fetched_ahead(run_client: Client) -> None:
    """A module that the worker's own imports reach and that is missing here would be loaded when somebody waits."""
    worker = run_client.get(str(frame_data(run_client.get("/frame/open/"))["worker"])).content.decode()
    modules = frame_data(run_client.get("/frame/open/"))["modules"]
    files = [*WORKER_MODULES.glob("*.js"), *WORKER_MODULES.parent.glob("worker-*.js")]
    sources = sorted(path.stem for path in files)

    assert isinstance(modules, list)
    assert sorted(address.rsplit("/", 1)[1].split(".")[0] for address in modules) == sources
    assert any(f'"{address}"' in worker for address in modules)


def test_pages_name_the_frame_that_fetches_ahead() -> None:
    html = Template("{% load runtime %}{% fetch_ahead %}").render(Context())

    assert html.startswith('<script type="module" id="fetch-ahead"')
    assert f'data-frame="{frame_address("open")}"' in html


def test_import_map_carries_the_nonce() -> None:
    request = RequestFactory().get("/")
    request.csp_nonce = "abc123"  # type: ignore[attr-defined]

    html = Template("{% load runtime %}{% import_map %}").render(Context({"request": request}))

    assert html.startswith('<script type="importmap" nonce="abc123">')
    assert json.loads(html.split(">", 1)[1].removesuffix("</script>")) == {"imports": MANIFEST["imports"]}


def test_vendor_address_and_icon() -> None:
    source = '{% load runtime %}{% vendor_url "lucide-static/icons/play.svg" %} {% icon "play" %}'

    html = Template(source).render(Context())

    assert html.startswith('/vendor/lucide-static@1.0.0/icons/play.svg <svg aria-hidden="true"')
    assert "<!--" not in html


def test_manifest_is_read_again_when_it_changes(installed: Path) -> None:
    assert vendor.installed_version("pyodide") == "9.9.9"

    path = installed / "manifest.json"
    path.write_text(json.dumps(MANIFEST | {"versions": {"pyodide": "10.0.0"}}))

    assert vendor.installed_version("pyodide") == "10.0.0"
