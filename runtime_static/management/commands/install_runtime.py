"""`manage.py install_runtime`: third-party browser code and Python packages into VENDOR_ROOT."""

import argparse
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from runtime_static import vendor
from runtime_static.installation.npm import RuntimeInstallError
from runtime_static.installation.pins import read_pins
from runtime_static.installation.pure import WheelFinder
from runtime_static.installation.pypi import FolderWheels, PypiWheels
from runtime_static.installation.python_packages import Offers
from runtime_static.installation.runtime import Places, install_runtime
from runtime_static.installation.sources import CdnSource, FolderSource, Source, WheelSource

PROJECT = Path(__file__).resolve().parents[3]


class Command(BaseCommand):
    """Safe to run again: what is there and right is left alone."""

    help = "Installs the browser's third-party code and the Python packages for the browser."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Options."""
        parser.add_argument(
            "--refresh", action="store_true", help="ask the network again for packages that no source had"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Install, then say what there is."""
        places = Places(
            PROJECT,
            Path(settings.VENDOR_ROOT),
            Path(settings.DATA_DIR) / "cache",
            settings.VENDOR_URL,
            Path(settings.FIRST_PROGRAMS),
        )
        try:
            manifest = install_runtime(places, self._offers(refresh=options["refresh"]), self._say)
        except RuntimeInstallError as error:
            raise CommandError(str(error)) from None
        rows = manifest["python_packages"]
        absent = [f"{row['name']} ({row['reason']})" for row in rows if not row["source"]]
        self._say(
            f"Browser runtime: Pyodide {manifest['versions']['pyodide']}, {len(rows) - len(absent)} Python packages."
        )
        if absent:
            self._say(f"Not installed: {', '.join(absent)}.")
            self._say("`manage.py runtime_packages` lists all of them; docs/install.md says how to add them.")

    def _offers(self, *, refresh: bool) -> Offers:
        """In the order in which they are asked; the CDN only once for a release."""
        release: list[Source] = []
        wheels: list[WheelFinder] = []
        if settings.RUNTIME_PACKAGES_DIR:
            release.append(FolderSource(Path(settings.RUNTIME_PACKAGES_DIR)))
            wheels.append(FolderWheels(Path(settings.RUNTIME_PACKAGES_DIR)))
        version = vendor.pinned_version(PROJECT, "pyodide")
        if refresh or vendor.installed_version("pyodide") != version:
            release.append(CdnSource(settings.RUNTIME_CDN.format(version=version)))
        cache = Path(settings.DATA_DIR) / "cache"
        release.append(WheelSource(PROJECT / "requirements-runtime.txt", cache, self._say))
        wheels.append(PypiWheels(_browser_python(), self._say))
        return Offers(release, read_pins(PROJECT / "requirements-browser.txt"), wheels)

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _browser_python() -> str:
    """The version of Python that Pyodide brings; empty when it is not installed."""
    lock = PROJECT / "node_modules" / "pyodide" / "pyodide-lock.json"
    try:
        return str(json.loads(lock.read_text(encoding="utf-8"))["info"]["python"])
    except FileNotFoundError:
        return ""
