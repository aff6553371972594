"""The run origin: the frame page and the module that its workers start with. No cookie, no session, no school."""

import gzip
import hashlib
import json
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse

from runtime_static import own_code, vendor
from runtime_static.policies import Policy, headers

IMMUTABLE = "public, max-age=31536000, immutable"
GONE = "This version of the Python runtime is gone. Load the page again.\n"


def frame(request: HttpRequest, policy: Policy, fingerprint: str = "") -> HttpResponse:
    """The page inside the iframe; it loads the runtime and waits for the page around it.

    Under its own fingerprint it may be kept for long, so that it opens without a network. Any other address, such as
    that of an older release, gives the present page and keeps nothing.
    """
    html = _frame_html(policy)
    caching = IMMUTABLE if fingerprint == _frame_fingerprint(policy, html) else "no-cache"
    return _with_headers(HttpResponse(html), policy, caching)


def frame_address(policy: Policy) -> str:
    """The full address of the present frame page, for pages that embed it."""
    arguments = {"policy": policy, "fingerprint": _frame_fingerprint(policy, _frame_html(policy))}
    path = reverse("runtime-frame-kept", settings.RUN_URLCONF, kwargs=arguments)
    return f"{settings.RUN_ORIGIN}{path}"


def probe(request: HttpRequest) -> HttpResponse:
    """The page inside the iframe of Check a URL: it tries addresses as the open policy lets programs do.

    It is not isolated as the others are: an isolated page gets no word of a server that answers and refuses.
    """
    data = {"embedders": settings.APPLICATION_ORIGINS}
    html = render_to_string("runtime_static/probe.html", {"data": data})
    response = _with_headers(HttpResponse(html), "open", "no-cache")
    response["Cross-Origin-Embedder-Policy"] = "unsafe-none"
    return response


def worker(request: HttpRequest, policy: Policy, digest: str) -> HttpResponse:
    """The module that a worker starts with. Its address changes with its content, so it never gets old."""
    source = _worker_source()
    if digest != _digest(source):
        return _with_headers(HttpResponseNotFound(GONE, "text/plain"), policy, "no-cache")
    response = HttpResponse(source, content_type="text/javascript; charset=utf-8")
    return _with_headers(response, policy, IMMUTABLE)


def _frame_html(policy: Policy) -> str:
    return render_to_string("runtime_static/frame.html", {"data": _frame_data(policy)})


def _frame_fingerprint(policy: Policy, html: str) -> str:
    """Changes with the page and with its headers: who may embed it and what it may reach are settings."""
    return _digest(html + json.dumps(headers(policy), sort_keys=True))


def code(request: HttpRequest, package: str, digest: str) -> HttpResponse:
    """One of our own Python packages in one piece, for the frame. Its address changes with its content."""
    if package not in own_code.PACKAGES or digest != own_code.served_digest(package):
        return _with_headers(HttpResponseNotFound(GONE, "text/plain"), "closed", "no-cache")
    response = HttpResponse(own_code.served_files(package), content_type="application/json")
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response.content = gzip.compress(response.content, mtime=0)
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    return _with_headers(response, "closed", IMMUTABLE)


def _frame_data(policy: Policy) -> dict[str, Any]:
    """What the frame has to know; `FrameData` in frame-page.js."""
    address = reverse(
        "runtime-worker", settings.RUN_URLCONF, kwargs={"policy": policy, "digest": _digest(_worker_source())}
    )
    return {
        "worker": address,
        "pyodide": vendor.manifest()["folders"]["pyodide"],
        "packages": vendor.manifest()["python_folder"],
        "core": vendor.python_address("core"),
        "library": vendor.python_address("library"),
        "snapshot": vendor.python_address("snapshot"),
        "lock": vendor.python_address("lock"),
        "code": _code_address("codeyard"),
        "checks": _code_address("codeyard_checks"),
        "modules": _worker_modules(),
        "embedders": settings.APPLICATION_ORIGINS,
    }


def _code_address(package: str) -> str:
    arguments = {"package": package, "digest": own_code.served_digest(package)}
    return reverse("runtime-code", settings.RUN_URLCONF, kwargs=arguments)


def _worker_modules() -> list[str]:
    """Addresses of the modules that only workers load, so that they can be fetched before there is one."""
    names: dict[str, str] = getattr(staticfiles_storage, "hashed_files", {})
    return sorted(
        static(name) for name in names if name.startswith("runtime/worker") and name.endswith(".js")
    )


def _worker_source() -> str:
    """Loads the hashed module; static files carry no policy of their own, this answer does.

    The frame's message may come before the import is done, hence the listener and an import that waits for it.
    """
    return (
        'const message = new Promise((resolve) => addEventListener("message", resolve, { once: true }));\n'
        f'const {{ boot }} = await import("{static("runtime/worker/worker.js")}");\n'
        "boot(await message);\n"
    )


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def _with_headers(response: HttpResponse, policy: Policy, caching: str) -> HttpResponse:
    for name, value in headers(policy).items():
        response[name] = value
    response["Cache-Control"] = caching
    return response
