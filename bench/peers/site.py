"""The static server of the peers: what Codeyard's own files are served by, with the same headers."""

from collections.abc import Callable, Iterable
from typing import Any

from whitenoise import WhiteNoise

from schools.middleware.static_headers import add_headers


def _nothing(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("404 Not Found", [("Content-Type", "text/plain")])
    return [b"Nothing is here.\n"]


def _headers(headers: Any, path: str, url: str) -> None:
    """Cross-origin isolated, as Codeyard's pages are: both peers are faster so, and input() works."""
    add_headers(headers, path, url)
    headers["Cross-Origin-Opener-Policy"] = "same-origin"


def application(site: str) -> WhiteNoise:
    """The application for the folder `site`; gunicorn calls this with what stands in its command."""
    return WhiteNoise(
        _nothing,
        root=site,
        add_headers_function=_headers,
        immutable_file_test=lambda path, url: True,
        index_file=True,
        charset="utf-8",
    )
