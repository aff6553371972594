"""What the exercise page is given. The browser reads exactly these names."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.models import User
from exercises.document import public
from exercises.markdown import to_html
from exercises.models import Attempt, Exercise, ExerciseVersion, Work
from exercises.nonces import new_nonce
from exercises.puzzles import person_key
from exercises.queries import has_passed
from projects.views.workspace import ICONS as WORKSPACE_ICONS

ATTEMPTS_SHOWN = 50
# Pictures that the page's scripts take copies of.
ICONS = sorted(
    {
        *WORKSPACE_ICONS,
        "check",
        "chevron-right",
        "circle-alert",
        "circle-check",
        "circle-x",
        "eye",
        "history",
        "list-checks",
    }
)


def exercise_data(
    work: Work, version: ExerciseVersion, viewer: User, *, held_back: bool = False
) -> dict[str, Any]:
    """`exercise-data` of a person's own page; `docs/architecture.md` describes it. `held_back`: the solution waits."""
    exercise, person = work.exercise, person_key(viewer)
    shown = public(version.document, version.recorded, person)
    attempts = work.attempts.all()[:ATTEMPTS_SHOWN]
    hints = version.document["hints"]
    return {
        "exercise": {
            "id": exercise.pk,
            "title": version.document["title"],
            "version": version.pk,
            "main": version.document["main"],
            "hints": len(hints),
            "opened": [text_html(exercise, text) for text in hints[: work.hints_opened]],
            "hidden": shown["hidden"],
            "passed": has_passed(work),
            "showSolution": version.document["show_solution"] == "passed" and not held_back,
        },
        "document": shown["document"],
        "recorded": shown["recorded"],
        "person": person,
        "nonce": new_nonce(viewer, exercise),
        "attempts": [attempt_shape(attempt) for attempt in attempts],
        "urls": urls_of(exercise),
    }


def urls_of(exercise: Exercise) -> dict[str, str]:
    """Where the page asks. `attempt` ends in the number of an attempt and a slash."""
    attempts = reverse("exercises:attempts", args=[exercise.pk])
    return {
        "attempts": attempts,
        "attempt": attempts,
        "hint": reverse("exercises:hints", args=[exercise.pk]),
        "solution": reverse("exercises:solution", args=[exercise.pk]),
    }


def attempt_shape(attempt: Attempt) -> dict[str, Any]:
    """A line in the list of attempts."""
    return {
        "id": attempt.pk,
        "at": attempt.made_at.isoformat(),
        "score": attempt.score,
        "results": [{"check": check, "state": state} for check, state in attempt.results.items()],
    }


def text_html(exercise: Exercise, text: str) -> SafeString:
    """The text or a hint of the published exercise."""
    return to_html(text, lambda path: reverse("exercises:picture", args=[exercise.pk, path]))
