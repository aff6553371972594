"""What the page that everybody lands on shows of exercises; the app that serves it adds its own."""

from typing import Any

from accounts.models import User
from exercises.queries import collections_progress, states_of, works_to_go_on_with


def exercises_context(person: User) -> dict[str, Any]:
    """What she has begun and not passed, and how far she is with each collection."""
    works = works_to_go_on_with(person)
    states = states_of(person, [work.exercise for work in works])
    return {
        "exercises": [(work, states[work.exercise_id]) for work in works],
        "collections": collections_progress(person),
    }
