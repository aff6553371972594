"""The demo collections: folders in `exercises/demo/`, in the form that teachers import and export.

What was recorded from their solutions stands in `exercises/demo/recorded/`, apart from them, because no file of that
form may hold it.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.document import read_folder

FOLDER = Path(__file__).parent / "demo"
RECORDED = FOLDER / "recorded"
COLLECTIONS = ("first-steps", "data-and-charts")


@dataclass(frozen=True, slots=True)
class DemoExercise:
    """One folder. `recorded` is what the engine answered to `record`, by check."""

    collection: str
    slug: str
    document: dict[str, Any]
    recorded: dict[str, Any]

    @property
    def recorded_path(self) -> Path:
        """Where `recorded` is kept."""
        return RECORDED / self.collection / f"{self.slug}.json"


@dataclass(frozen=True, slots=True)
class DemoCollection:
    """A collection with its exercises in their order."""

    slug: str
    title: str
    summary: str
    text: str
    exercises: tuple[DemoExercise, ...]


def demo_collections() -> list[DemoCollection]:
    """All of them, the first for beginners. Raises ValueError if one is not valid."""
    return [_read(name) for name in COLLECTIONS]


def demo_exercises() -> list[DemoExercise]:
    """The exercises of all collections."""
    return [exercise for collection in demo_collections() for exercise in collection.exercises]


def _read(name: str) -> DemoCollection:
    folder = FOLDER / name
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    found = read_folder({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}, name)
    if found.messages:
        raise ValueError("\n".join(str(message) for message in found.messages))
    [collection] = found.collections
    return DemoCollection(
        slug=collection.slug,
        title=collection.title,
        summary=collection.summary,
        text=collection.text,
        exercises=tuple(
            DemoExercise(name, one.slug, one.document, _recorded(name, one.slug))
            for one in collection.exercises
        ),
    )


def _recorded(collection: str, slug: str) -> dict[str, Any]:
    path = RECORDED / collection / f"{slug}.json"
    return json.loads(path.read_text()) if path.exists() else {}
