"""The tables as they stand in the TOML files beside this one, checked while they are read."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from runtime_static.support.status import Status

FOLDER = Path(__file__).parent
FILES = ("modules.toml", "packages.toml", "lessons.toml")
ROW_KEYS = {"id", "name", "status", "note", "modules", "packages", "programs"}
TABLE_KEYS = {"id", "title", "intro", "versions", "rows"}


Versions: TypeAlias = Literal["python", "packages", "none"]


class InvalidSupportDataError(ValueError):
    """A file of tables is not as it should be; the message names file and row."""


@dataclass(frozen=True)
class Claim:
    """One row as it was written: what is said about modules and packages, wherever it is installed.

    Each module has a program of its name. Modules that cannot be had share one sentence, so the first has one for all.
    """

    id: str
    name: str
    status: Status
    note: str
    modules: tuple[str, ...]
    packages: tuple[str, ...]
    programs: tuple[str, ...]


@dataclass(frozen=True)
class ClaimTable:
    """A table of claims, whose rows have the version of Python or of their packages, or `none`."""

    id: str
    title: str
    intro: str
    versions: Versions
    claims: tuple[Claim, ...]


@cache
def claim_tables() -> tuple[ClaimTable, ...]:
    """All tables, in the order in which they are shown. Raises InvalidSupportDataError."""
    tables = tuple(table for name in FILES for table in read_tables(FOLDER / name))
    _refuse_twins("table", (table.id for table in tables))
    _refuse_twins("row", (claim.id for table in tables for claim in table.claims))
    return tables


def read_tables(path: Path) -> list[ClaimTable]:
    """The tables of one file. Raises InvalidSupportDataError."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return [_table(raw) for raw in content["tables"]]
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidSupportDataError(f"{path.name}: {error}") from error


def program_name(module: str) -> str:
    """The program that shows a module to work: `unittest.mock` → `unittest_mock`."""
    return module.replace(".", "_")


def _table(raw: dict[str, Any]) -> ClaimTable:
    _refuse_unknown(raw, TABLE_KEYS)
    versions = raw["versions"]
    if versions not in get_args(Versions):
        raise ValueError(f"table {raw['id']} has versions {versions!r}")
    return ClaimTable(
        raw["id"], raw["title"], raw["intro"], versions, tuple(_claim(row) for row in raw["rows"])
    )


def _claim(raw: dict[str, Any]) -> Claim:
    _refuse_unknown(raw, ROW_KEYS)
    modules = tuple(raw.get("modules", ()))
    status = Status(raw["status"])
    shown = modules[:1] if status is Status.UNAVAILABLE else modules
    programs = (*(program_name(module) for module in shown), *raw.get("programs", ()))
    if not programs:
        raise ValueError(f"row {raw['id']} has no program that shows it")
    if status is Status.MISSING:
        raise ValueError(f"row {raw['id']}: only a server can say what it has not installed")
    note, packages = raw.get("note", ""), tuple(raw.get("packages", ()))
    return Claim(raw["id"], raw["name"], status, note, modules, packages, programs)


def _refuse_unknown(raw: dict[str, Any], known: set[str]) -> None:
    unknown = raw.keys() - known
    if unknown:
        raise ValueError(f"{raw.get('id', 'an entry')} has unknown keys: {', '.join(sorted(unknown))}")


def _refuse_twins(kind: str, ids: Iterable[str]) -> None:
    twins = [id for id, count in Counter(ids).items() if count > 1]
    if twins:
        raise InvalidSupportDataError(f"two {kind}s are called {', '.join(twins)}")
