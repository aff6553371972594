"""`manage.py runtime_packages`: which Python packages programs can import on this server, and which not, and why."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from runtime_static import vendor

MEGABYTE = 1_000_000


class Command(BaseCommand):
    """Reads what `install_runtime` wrote down; asks nobody."""

    help = "Lists the Python packages for the browser: version, size, source, and the reason for what is missing."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the table."""
        try:
            rows = vendor.python_packages()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from None
        installed = [row for row in rows if row["source"]]
        absent = [row for row in rows if not row["source"]]
        total = sum(row["size"] for row in installed) / MEGABYTE
        self._line(
            f"{len(installed)} packages, {total:.1f} MB; a program loads only those that it imports.\n"
        )
        self._line(f"{'package':<20}{'version':<16}{'MB':>6}  {'from':<8}note")
        for row in installed:
            size = f"{row['size'] / MEGABYTE:.2f}"
            note = row.get("note", "")
            self._line(f"{row['name']:<20}{row['version']:<16}{size:>6}  {row['source']:<8}{note}".rstrip())
        if absent:
            self._line("\nNot installed")
        for row in absent:
            self._line(f"{row['name']:<20}{row['version']:<16}{row['reason']}")

    def _line(self, text: str) -> None:
        self.stdout.write(text)
