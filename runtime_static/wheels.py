"""Pure-Python wheels that projects asked for: kept under the hash of their content, served to every project.

The store knows no person and no school: whoever names a hash gets the bytes, which anybody could get from the package
index. What is missing can be fetched again by name, version and hash.
"""

import os
import re
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.urls.converters import StringConverter

ADDRESS = "/wheels/"
STORE_BYTES = 2 * 1024**3
DIGEST = re.compile(r"[0-9a-f]{64}")
GONE = "This package is not on the server at the moment. Run the program again.\n"
# Never a page and never a script, whatever is in it.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class DigestConverter(StringConverter):
    """A SHA-256 in an address."""

    regex = DIGEST.pattern


def wheel(request: HttpRequest, digest: str) -> HttpResponseBase:
    """The bytes of a wheel, for the worker to unpack."""
    try:
        file = wheel_path(digest).open("rb")
    except FileNotFoundError:
        return _with_headers(HttpResponseNotFound(GONE, content_type="text/plain; charset=utf-8"), "no-store")
    size = os.fstat(file.fileno()).st_size
    response: HttpResponseBase = FileResponse(file, content_type="application/octet-stream")
    if request.method == "HEAD":
        file.close()
        response = HttpResponse(
            content_type="application/octet-stream", headers={"Content-Length": str(size)}
        )
    response["Content-Disposition"] = "attachment"
    return _with_headers(response, "public, max-age=31536000, immutable")


def wheel_path(digest: str) -> Path:
    """Where the wheel of this SHA-256 stands, or would. Raises ValueError for anything else."""
    if not DIGEST.fullmatch(digest):
        raise ValueError("not a SHA-256")
    return _root() / digest[:2] / f"{digest}.whl"


def missing_wheels(digests: Iterable[str]) -> list[str]:
    """Those that are not here. The others count as used now."""
    missing = []
    for digest in digests:
        try:
            os.utime(wheel_path(digest))
        except FileNotFoundError:
            missing.append(digest)
    return missing


def keep_wheel(digest: str, draft: Path) -> None:
    """Move a checked file into the store, and let the longest unused ones go where the store grows too large."""
    target = wheel_path(digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft.replace(target)
    _trim(keep=target)


def draft_folder() -> Path:
    """Where downloads are written before they are checked; on the disk of the store."""
    folder = _root() / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _root() -> Path:
    return Path(settings.DATA_DIR) / "wheels"


def _trim(keep: Path) -> None:
    forgotten = time.time() - 3600  # of a process that was killed
    for draft in draft_folder().iterdir():
        if draft.stat().st_mtime < forgotten:
            draft.unlink(missing_ok=True)
    stats = [(path.stat(), path) for path in _root().glob("??/*.whl")]
    total = sum(stat.st_size for stat, _ in stats)
    for stat, path in sorted(stats, key=lambda pair: pair[0].st_mtime):
        if total <= STORE_BYTES:
            return
        if path != keep:
            path.unlink(missing_ok=True)
            total -= stat.st_size


def _with_headers(response: HttpResponseBase, caching: str) -> HttpResponseBase:
    for name, value in HEADERS.items():
        response[name] = value
    response["Cache-Control"] = caching
    return response
