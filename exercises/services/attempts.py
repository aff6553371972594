"""Keeping attempts as students' browsers report them, and opening hints."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Sum

from accounts.models import User
from exercises.document.files import bytes_of, digest_of, with_hashes
from exercises.errors import OtherAttemptError, TooMuchError
from exercises.limits import SNAPSHOT_BYTES, WORK_BYTES
from exercises.models import Attempt, Exercise, ExerciseVersion, Snapshot, Work
from exercises.models.attempt import NOT_RUN
from exercises.queries import attempt_with, saved_files
from projects.limits import MEGABYTE

PASSED = "passed"
File = dict[str, str]


@transaction.atomic
def add_attempt(
    *, work: Work, version: ExerciseVersion, files: list[File], results: dict[str, str], nonce: str
) -> Attempt:
    """Keep an attempt. `results` are by check and cover the version's visible checks.

    The same again gives the attempt that is there. Raises OtherAttemptError when the nonce was used for another, and
    TooMuchError when the files are too large.
    """
    Work.objects.select_for_update(no_key=True).get(pk=work.pk)
    files = with_hashes(files)
    sha256 = digest_of(files)
    if known := Attempt.objects.filter(nonce=nonce).select_related("snapshot").first():
        same = (known.work_id, known.version_id, known.snapshot.sha256, known.results)
        if same != (work.pk, version.pk, sha256, results):
            raise OtherAttemptError("This attempt was sent before, with other files or results.")
        return known
    return _add(work, version, files, results, nonce)


@transaction.atomic
def take_attempt(*, work: Work) -> Attempt:
    """The attempt that stands for the project's files as they are saved: for handing in.

    The latest at the published version with exactly these files; where there is none, a new one without results.
    Raises TooMuchError when the files are too large.
    """
    Work.objects.select_for_update(no_key=True).get(pk=work.pk)
    version = work.exercise.open_version
    files = saved_files(work.project)
    if known := attempt_with(work, files):
        return known
    visible = [check["id"] for check in version.document["checks"] if not check["hidden"]]
    return _add(work, version, files, dict.fromkeys(visible, NOT_RUN), f"hand-in:{uuid4().hex}")


@transaction.atomic
def open_hint(*, person: User, exercise: Exercise) -> tuple[int, str] | None:
    """The number (from 1) and text of the next hint, which counts as opened from now on; None after the last.

    Raises Work.DoesNotExist when she has not opened the exercise.
    """
    work = Work.objects.select_for_update(no_key=True).get(student=person, exercise=exercise)
    hints = exercise.published.document["hints"] if exercise.published else []
    if work.hints_opened >= len(hints):
        return None
    work.hints_opened += 1
    work.save(update_fields=["hints_opened"])
    return work.hints_opened, hints[work.hints_opened - 1]


def score_of(document: dict[str, Any], results: dict[str, str]) -> float:
    """The share of the weights of the visible checks that passed, 0 to 1.

    Where no check weighs anything, all count alike.
    """
    weights = {check["id"]: check["weight"] for check in document["checks"] if not check["hidden"]}
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1)
    total = sum(weights.values())
    return sum(weight for check, weight in weights.items() if results.get(check) == PASSED) / (total or 1)


def _add(
    work: Work, version: ExerciseVersion, files: list[File], results: dict[str, str], nonce: str
) -> Attempt:
    attempt = Attempt(
        work=work,
        snapshot=_snapshot(work, digest_of(files), files),
        version=version,
        results=results,
        score=score_of(version.document, results),
        passed=bool(results) and all(state == PASSED for state in results.values()),
        nonce=nonce,
    )
    attempt.save()
    return attempt


def _snapshot(work: Work, sha256: str, files: list[File]) -> Snapshot:
    if known := work.snapshots.filter(sha256=sha256).first():
        return known
    size = sum(len(bytes_of(file)) for file in files)
    if size > SNAPSHOT_BYTES:
        raise TooMuchError(f"The files of an attempt may take {SNAPSHOT_BYTES // MEGABYTE} MB at most.")
    used = work.snapshots.aggregate(total=Sum("size"))["total"] or 0
    if used + size > WORK_BYTES:
        raise TooMuchError("Your earlier attempts at this exercise take all the room there is for them.")
    snapshot = Snapshot(work=work, sha256=sha256, files=files, size=size)
    snapshot.save()
    return snapshot
