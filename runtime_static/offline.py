"""Which files a page needs without a network, and the service worker that keeps them on the device."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpResponse
from django.templatetags.static import static

from runtime_static import vendor

# Folders of static files that no page of a school loads: Django's back office, and what the run origin serves.
ELSEWHERE = ("account/", "admin/", "import_export/", "runtime/frame/", "runtime/worker/", "runtime/py/")
KINDS = (".css", ".js", ".svg")
TYPE = "files/*-latin-wght-normal.woff2"
GONE = """addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("codeyard-")) await caches.delete(name);
  await registration.unregister();
})()));
"""


def release() -> str:
    """Names the set of files that the pages of this release load."""
    return _digest("\n".join(page_files()))


def page_files() -> list[str]:
    """Addresses of all files that pages of a school may load, except large ones, which are kept when they are used."""
    return _page_files(json.dumps(vendor.manifest()["folders"]))


def may_be_kept(response: HttpResponse, title: str) -> HttpResponse:
    """Let the device of the person for whom this page was made show it without a network, listed by its title."""
    if settings.OFFLINE:
        response["X-Codeyard-Keep"] = quote(title, safe="")
        response["X-Codeyard-Release"] = release()
    return response


def service_worker(offline_page: str, offline_html: str, sign_out: list[str]) -> str:
    """The script of the service worker. A change of `offline_html` changes the script, so that it is fetched again."""
    about: dict[str, Any] = {
        "release": release(),
        "assets": page_files(),
        "offline": offline_page,
        "offlineDigest": _digest(offline_html),
        "addresses": {"signOut": sign_out, "assets": [settings.STATIC_URL, settings.VENDOR_URL]},
    }
    module = static("offline/worker/service-worker.js")
    return f'import {{ serve }} from "{module}";\nserve(self, {json.dumps(about, separators=(",", ":"))});\n'


@lru_cache(maxsize=2)
def _page_files(folders: str) -> list[str]:
    """`folders` is the key of the cache: the installed third-party packages."""
    hashed: dict[str, str] = getattr(staticfiles_storage, "hashed_files", {})
    own = [static(name) for name in hashed if name.endswith(KINDS) and not name.startswith(ELSEWHERE)]
    return sorted({*own, *vendor.module_addresses(), *_type_files(json.loads(folders))})


def _type_files(folders: dict[str, str]) -> list[str]:
    """The style sheets of the type faces, and our alphabet; browsers fetch others when a text needs them."""
    found = []
    for name, folder in folders.items():
        if name.startswith("@fontsource"):
            place = Path(settings.VENDOR_ROOT) / PurePosixPath(folder).relative_to(settings.VENDOR_URL)
            found += [f"{folder}index.css", *(f"{folder}files/{path.name}" for path in place.glob(TYPE))]
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
