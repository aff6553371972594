"""What the browser's Python can do on this server: the tables of the teachers' guide, all shown true by programs.

`tables()` gives all, `table("packages")` one, `rows("packages")` its rows. What is claimed stands in the TOML files
of this package; what is installed is read from the manifest of the runtime, so a row never promises what is not here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from runtime_static.support.data import Claim, Versions, claim_tables
from runtime_static.support.status import Status, Tone
from runtime_static.vendor import python_packages, python_version

__all__ = ["Row", "Status", "Table", "rows", "table", "tables"]

NOT_OFFERED = "the runtime of this server does not have it"
Installed: TypeAlias = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Row:
    """One row as it is true here.

    `version` is that of the package, or Python's own for what comes with Python; empty where there is nothing to run.
    `reason` says why something is not installed. `programs` are the names of the programs in `tests/runtime/programs`.
    """

    id: str
    name: str
    modules: tuple[str, ...]
    packages: tuple[str, ...]
    programs: tuple[str, ...]
    status: Status
    note: str
    version: str
    installed: bool
    reason: str

    @property
    def status_label(self) -> str:
        """The status in words."""
        return self.status.label

    @property
    def tone(self) -> Tone:
        """The tone of the status's chip."""
        return self.status.tone


@dataclass(frozen=True)
class Table:
    """A table with a title and a sentence before it."""

    id: str
    title: str
    intro: str
    rows: tuple[Row, ...]


def tables() -> list[Table]:
    """All tables in the order of the guide. Raises ImproperlyConfigured when no runtime is installed."""
    installed = {_normal(package["name"]): package for package in python_packages()}
    return [
        Table(
            found.id,
            found.title,
            found.intro,
            tuple(_row(claim, found.versions, installed) for claim in found.claims),
        )
        for found in claim_tables()
    ]


def table(table_id: str) -> Table:
    """The table with this id. Raises KeyError."""
    return {found.id: found for found in tables()}[table_id]


def rows(table_id: str) -> tuple[Row, ...]:
    """The rows of one table. Raises KeyError."""
    return table(table_id).rows


def _row(claim: Claim, versions: Versions, installed: Installed) -> Row:
    reasons = {name: _why_absent(name, installed) for name in claim.packages}
    alone = len(claim.packages) == 1
    reason = "; ".join(why if alone else f"{name}: {why}" for name, why in reasons.items() if why)
    status = Status.MISSING if reason and claim.status.usable else claim.status
    return Row(
        id=claim.id,
        name=claim.name,
        modules=claim.modules,
        packages=claim.packages,
        programs=claim.programs,
        status=status,
        note=claim.note,
        version=_version(claim, versions, installed) if status.usable else "",
        installed=status.usable,
        reason=reason,
    )


def _why_absent(name: str, installed: Installed) -> str:
    package = installed.get(name)
    if package is None:
        return NOT_OFFERED
    return "" if package["source"] else str(package["reason"])


def _version(claim: Claim, versions: Versions, installed: Installed) -> str:
    if versions == "none":
        return ""
    if versions == "python":
        return f"Python {python_version()}"
    found = {name: str(installed[name]["version"]) for name in claim.packages}
    if len(found) == 1:
        return next(iter(found.values()))
    return ", ".join(f"{name} {version}" for name, version in found.items())


def _normal(name: str) -> str:
    """How package indexes compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()
