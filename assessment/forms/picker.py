"""The exercises that can be chosen, by collection."""

from collections.abc import Collection as Set
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accounts.models import User
from assessment.queries.setting import exercises_to_set, with_shown_title
from exercises.models import Collection, Exercise


@dataclass(frozen=True, slots=True)
class Choice:
    """An exercise in the picker."""

    exercise: Exercise
    title: str
    ticked: bool
    stays: str


@dataclass(frozen=True, slots=True)
class Section:
    """A collection in the picker; None holds the exercises that are in none."""

    collection: Collection | None
    choices: list[Choice]


def exercises_by_key(viewer: User, present: Iterable[int]) -> dict[str, Exercise]:
    """What she can choose, and what is chosen already (by id) though it could not be chosen now. Keys as `e7`."""
    chosen = with_shown_title(Exercise.objects.filter(pk__in=list(present)))
    every = {one.pk: one for one in [*exercises_to_set(viewer), *chosen]}
    return {f"e{pk}": one for pk, one in every.items()}


def sections_of(
    exercises: Mapping[str, Exercise], ticked: Set[str], stays: Mapping[str, str]
) -> list[Section]:
    """By collection, those that are in none at the end. `stays` says of a key why it cannot be taken out."""
    found: dict[Collection | None, list[Choice]] = {}
    for key, one in exercises.items():
        shown = Choice(one, one.shown_title, key in ticked, stays.get(key, ""))  # type: ignore[attr-defined]
        found.setdefault(one.collection, []).append(shown)
    return [Section(one, found[one]) for one in sorted(found, key=lambda collection: collection is None)]
