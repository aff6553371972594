"""What is stored about people, as `privacy.toml` says it; a test holds it against every column of the database."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "privacy.toml"


@dataclass(frozen=True)
class Kind:
    """One kind of data. `fields` names the columns by model, such as `accounts.User`."""

    id: str
    title: str
    stored: str
    why: str
    until: str
    fields: dict[str, list[str]]


@cache
def kinds() -> tuple[Kind, ...]:
    """All of them, in the order in which they are shown."""
    return tuple(Kind(**raw) for raw in tomllib.loads(FILE.read_text(encoding="utf-8"))["kinds"])
