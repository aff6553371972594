"""Which package index is asked: the operator's setting, else what pip is configured for on this machine, else PyPI.

No address stands in the program. An address may hold a password, so it goes to the resolver in the environment, and
nothing of what the resolver says about it is shown to anybody.
"""

import ast
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

# What a client needs to reach the outside; nothing of ours (no database, no key) goes with it.
PASSED_ON = (
    "PATH", "HOME", "LANG", "TMPDIR", "NETRC", "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY",
    "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
)  # fmt: skip


@dataclass(frozen=True)
class PackageIndex:
    """Where packages come from. `main` is empty for the resolver's own default, which is PyPI."""

    main: str = ""
    extra: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    offline: bool = False
    certificates: str = ""

    def environment(self) -> dict[str, str]:
        """For the resolver."""
        found = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        found |= {"UV_HTTP_TIMEOUT": "15", "UV_HTTP_RETRIES": "1", "NO_COLOR": "1"}
        if self.main:
            found["UV_DEFAULT_INDEX"] = self.main
        if self.extra:
            found["UV_INDEX"] = " ".join(self.extra)
            found["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # what pip does with several
        if self.certificates:
            found["SSL_CERT_FILE"] = self.certificates
        return found

    def arguments(self) -> list[str]:
        """For the resolver's command line; folders only, which hold no secret."""
        found = [f"--find-links={folder}" for folder in self.folders]
        return [*found, "--no-index"] if self.offline else found

    def allows(self, address: str) -> bool:
        """Whether a file may be taken from there: https, or whatever way the operator's own addresses go."""
        ways = {
            urlsplit(place).scheme or "file" for place in (self.main, *self.extra, *self.folders) if place
        }
        return urlsplit(address).scheme in {"https", *ways}


def package_index() -> PackageIndex:
    """The index to ask. With installs turned off: none, so that only this server's own packages are found."""
    if not settings.PACKAGE_INSTALLS:
        return PackageIndex(offline=True)
    chosen = settings.PYTHON_PACKAGE_INDEX.strip()
    if not chosen:
        return _configured_for_pip()
    if chosen.startswith("/"):
        return PackageIndex(folders=(chosen,), offline=True)
    main, *extra = chosen.split()
    return PackageIndex(main=main, extra=tuple(extra))


@lru_cache(maxsize=1)
def _configured_for_pip() -> PackageIndex:
    """pip's own answer; its files and variables have an order that only pip knows."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list", "--disable-pip-version-check"],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    options = read_pip_config(done.stdout)
    return PackageIndex(
        main=options.get("index-url", ""),
        extra=tuple(options.get("extra-index-url", "").split()),
        folders=tuple(options.get("find-links", "").split()),
        offline=options.get("no-index", "").lower() in ("1", "true", "yes", "on"),
        certificates=_existing(options.get("cert", "")),
    )


def read_pip_config(listing: str) -> dict[str, str]:
    """What `pip config list` prints, as options of `pip install`: the environment last, since it wins."""
    found: dict[str, dict[str, str]] = {"global": {}, "install": {}, ":env:": {}}
    for line in listing.splitlines():
        key, _, value = line.partition("=")
        section, _, option = key.rpartition(".")
        if section in found and value:
            found[section][option] = _unquoted(value)
    return found["global"] | found["install"] | found[":env:"]


def _unquoted(value: str) -> str:
    try:
        return str(ast.literal_eval(value))
    except (ValueError, SyntaxError):
        return value


def _existing(path: str) -> str:
    return path if path and Path(path).is_file() else ""
