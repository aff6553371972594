"""Headers of static files. Imported by the settings, so it imports nothing of ours."""

import re

# The worker that reads programs while somebody types compiles WebAssembly, which pages may not. A worker takes the
# policy of its own response, so it alone may.
LINT_WORKER = re.compile(r"/lint/worker(?:\.[0-9a-f]+)?\.js$")
LINT_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


def add_headers(headers, path: str, url: str) -> None:  # type: ignore[no-untyped-def]
    """Let the run origin's pages, which are cross-origin isolated, load static files from any of our hosts."""
    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    headers["Cross-Origin-Embedder-Policy"] = "require-corp"
    if LINT_WORKER.search(url):
        headers["Content-Security-Policy"] = LINT_POLICY
