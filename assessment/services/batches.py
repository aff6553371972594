"""Starting, ending and publishing batches."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from assessment.checksums import checks_sha256
from assessment.disagreement import differing_checks
from assessment.enums import BatchKind
from assessment.errors import NothingToDoError, NotOpenError
from assessment.models import Batch, HandIn, Verdict
from assessment.queries.batches import waiting_in
from assessment.queries.counting import counting_verdicts
from assessment.queries.scope import Scope, scope_of
from assessment.services.marking import count_marks
from exercises.models import Attempt, ExerciseVersion

NOTHING: dict[str, str] = {
    BatchKind.VERIFY: "Every attempt that counts has been verified.",
    BatchKind.REGRADE: "Nothing has to be regraded: no checks were changed since the attempts were verified.",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """An attempt that is to be run against a version, and what counts for it now."""

    attempt: Attempt
    version: ExerciseVersion
    checks_sha256: str
    before: Verdict | None


@transaction.atomic
def start_batch(*, scope: Scope, kind: BatchKind) -> Batch:
    """A batch with everything that is to be run now: the one that she left open, or a new one.

    A Regrade that waits for her decision is given as it is. Raises NothingToDoError with a sentence.
    """
    teacher = scope.teacher
    User.objects.select_for_update(no_key=True).get(pk=teacher.pk)  # two tabs must not both open one
    batch = Batch(kind=kind, started_by=teacher, classroom=scope.classroom, **scope.subject)
    if left := _left_behind(batch):
        batch = left
    else:
        batch.published_at = timezone.now() if kind == BatchKind.VERIFY else None
        batch.full_clean()
        batch.save()
    if batch.is_open:
        _fill(batch, teacher)
    return batch


@transaction.atomic
def finish_batch(*, batch: Batch) -> Batch:
    """Nothing is left to run. Raises NotOpenError, also while something is left."""
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if not batch.is_open:
        raise NotOpenError("This run has ended.")
    if batch.started_by and waiting_in(batch, batch.started_by).exists():
        raise NotOpenError("There are attempts that have not been run yet.")
    batch.verdicts.filter(made_at__isnull=True).delete()  # of students who are no longer hers
    batch.finished_at = timezone.now()
    batch.save(update_fields=["finished_at"])
    _count_again(batch)
    return batch


@transaction.atomic
def cancel_batch(*, batch: Batch) -> Batch:
    """End a run, or discard a draft. What a Verify has found stays; of a Regrade nothing does.

    Raises NotOpenError for what has an end already.
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if not (batch.is_open or batch.is_draft):
        raise NotOpenError("This run has ended.")
    batch.cancelled_at = timezone.now()
    batch.save(update_fields=["cancelled_at"])
    unwanted = batch.verdicts.all()
    if batch.kind == BatchKind.VERIFY:
        unwanted = unwanted.filter(made_at__isnull=True)
    unwanted.delete()
    _count_again(batch)
    return batch


@transaction.atomic
def publish_batch(*, batch: Batch) -> Batch:
    """Let a Regrade count. Raises NotOpenError unless it is a finished draft."""
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if not batch.is_draft:
        raise NotOpenError("This regrade cannot be published: it is not finished, or has an end already.")
    batch.published_at = timezone.now()
    batch.save(update_fields=["published_at"])
    _count_again(batch)
    return batch


def _count_again(batch: Batch) -> None:
    """Markings that were begun come to something else where a verdict counts now."""
    if batch.published_at is None:
        return
    begun = HandIn.objects.filter(items__attempt__verdicts__batch=batch, marking__isnull=False)
    count_marks(list(begun.distinct()))


def _left_behind(like: Batch) -> Batch | None:
    """One of the same kind and scope that is open, or a draft."""
    same = ("kind", "started_by_id", "collection_id", "exercise_id", "assignment_id", "classroom_id")
    return Batch.objects.filter(
        Q(finished_at__isnull=True) | Q(published_at__isnull=True),
        cancelled_at__isnull=True,
        **{field: getattr(like, field) for field in same},
    ).first()


def _fill(batch: Batch, teacher: User) -> None:
    """Make what waits in the batch what is to be run now."""
    batch.verdicts.filter(made_at__isnull=True).delete()
    done = set(batch.verdicts.values_list("attempt_id", flat=True))
    plans = [plan for plan in _plans(batch, teacher) if plan.attempt.pk not in done]
    known = _known_outcomes(batch, plans)
    Verdict.objects.bulk_create(_planned(batch, plan, known) for plan in plans)
    if not plans and not done:
        raise NothingToDoError(NOTHING[batch.kind])


def _plans(batch: Batch, teacher: User) -> list[Plan]:
    scope = scope_of(batch, teacher)
    exercises = list(scope.exercises().select_related("published"))
    place = {exercise.pk: number for number, exercise in enumerate(exercises)}
    # members of a group share attempts; an exercise of an assignment may not be published any more
    attempts = {one.pk: one for one in scope.attempts().values() if one.work.exercise_id in place}.values()
    counting = counting_verdicts(attempts)
    versions = {exercise.pk: exercise.published for exercise in exercises if exercise.published}
    hashes = {pk: checks_sha256(version) for pk, version in versions.items()}
    plans = [
        Plan(one, versions[one.work.exercise_id], hashes[one.work.exercise_id], counting.get(one.pk))
        for one in sorted(attempts, key=lambda one: (place[one.work.exercise_id], one.pk))
    ]
    return [plan for plan in plans if _belongs(batch, plan)]


def _belongs(batch: Batch, plan: Plan) -> bool:
    """A Verify is for what has no verdict, a Regrade for what was verified with other checks."""
    if batch.kind == BatchKind.VERIFY:
        return plan.before is None
    return plan.before is not None and plan.before.checks_sha256 != plan.checks_sha256


Known = dict[tuple[int, str, str], Verdict]


def _known_outcomes(batch: Batch, plans: Iterable[Plan]) -> Known:
    """What was found before of the same code of the same person with the same checks."""
    if batch.kind == BatchKind.REGRADE:
        return {}
    works = [plan.attempt.work_id for plan in plans]
    made = Verdict.objects.filter(
        attempt__work__in=works, made_at__isnull=False, batch__published_at__isnull=False
    ).select_related("attempt")
    return {(one.attempt.work_id, one.code_sha256, one.checks_sha256): one for one in made}


def _planned(batch: Batch, plan: Plan, known: Known) -> Verdict:
    code = plan.attempt.snapshot.sha256
    verdict = Verdict(
        batch=batch,
        attempt=plan.attempt,
        version=plan.version,
        before=plan.before,
        code_sha256=code,
        checks_sha256=plan.checks_sha256,
    )
    if same := known.get((plan.attempt.work_id, code, plan.checks_sha256)):
        for field in ("results", "passed", "checks", "score", "points", "runtime", "made_at"):
            setattr(verdict, field, getattr(same, field))
        verdict.disagrees = bool(differing_checks(plan.attempt, same.results))
    return verdict
