"""Publishing: the working copy becomes a version that stays as it is."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from exercises.document import digest
from exercises.errors import NotPublishableError
from exercises.models import Exercise, ExerciseVersion
from exercises.services.working_copies import current_document

PASSED = "passed"
States = dict[str, str]


@transaction.atomic
def store_trial(
    *, exercise: Exercise, sha256: str, solution: States, starter: States, recorded: dict[str, Any]
) -> Exercise:
    """Keep what "Try it" found about the document of that SHA-256."""
    exercise.trial = {
        "sha256": sha256,
        "solution": solution,
        "starter": starter,
        "recorded": recorded,
        "at": timezone.now().isoformat(),
    }
    exercise.save(update_fields=["trial"])
    return exercise


@transaction.atomic
def publish(*, exercise: Exercise, by: User | None) -> ExerciseVersion:
    """A new version of the working copy, with what was recorded when exactly this document was tried.

    Raises NotPublishableError with a sentence for the teacher.
    """
    locked = Exercise.objects.select_for_update(no_key=True).get(pk=exercise.pk)
    if reason := why_not_publishable(locked):
        raise NotPublishableError(reason)
    document, _ = current_document(locked)
    recorded = (locked.trial or {})["recorded"]
    latest = locked.versions.aggregate(latest=Max("number"))["latest"] or 0
    version = ExerciseVersion(
        exercise=locked,
        number=latest + 1,
        document=document,
        recorded=recorded,
        document_sha256=digest(document),
        recorded_sha256=digest(recorded),
        by=by,
    )
    version.save()
    exercise.published = locked.published = version
    locked.save(update_fields=["published"])
    return version


def why_not_publishable(exercise: Exercise) -> str:
    """A sentence that says what is missing, or nothing."""
    document, problems = current_document(exercise)
    if problems:
        return f"{problems[0]}"
    checks = {check["id"]: check["name"] for check in document["checks"]}
    trial = exercise.trial
    if all(check["hidden"] for check in document["checks"]):
        return "The exercise needs a check that is not hidden."
    if not trial or trial["sha256"] != digest(document):
        return "The exercise was changed since it was tried. Press Try it first."
    failing = [name for key, name in checks.items() if trial["solution"].get(key) != PASSED]
    if failing:
        return f"The solution does not pass the check “{failing[0]}”."
    if all(trial["starter"].get(key) == PASSED for key in checks):
        return "The starter files pass every check as they are, so there would be nothing to do."
    return ""
