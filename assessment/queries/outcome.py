"""What came out of a batch: disagreements, and differences of scores."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from assessment.disagreement import PASSED, differing_checks
from assessment.models import Batch, Verdict
from assessment.queries.batches import verdicts_of
from exercises.models import Exercise


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A student's attempt, and the checks for which her browser had reported something else."""

    student: User
    exercise: Exercise
    checks: list[str]
    reported_more: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What a Regrade changes for one student. `up` and `down` name the checks that pass now, and that no longer do."""

    student: User
    exercise: Exercise
    before: str
    after: str
    change: int
    up: list[str]
    down: list[str]

    @property
    def is_changed(self) -> bool:
        """Whether anything is different."""
        return bool(self.change or self.up or self.down) or self.before != self.after

    @property
    def direction(self) -> str:
        """In a word."""
        return {1: "up", -1: "down"}.get((self.change > 0) - (self.change < 0), "same")


@dataclass(frozen=True, slots=True)
class CheckChanges:
    """Which checks of an exercise are new, gone or different."""

    exercise: Exercise
    added: list[str]
    removed: list[str]
    changed: list[str]


def made_in(batch: Batch, teacher: User) -> QuerySet[Verdict]:
    """The batch's verdicts that were made, with everything that its page shows."""
    return (
        verdicts_of(batch, teacher)
        .filter(made_at__isnull=False)
        .select_related("attempt__work__student", "attempt__work__exercise", "version", "before__version")
        .defer("version__recorded", "before__version__recorded")
        .order_by("pk")
    )


def disagreeing_in(batch: Batch, teacher: User) -> QuerySet[Verdict]:
    """Those of them that are not what students' browsers had reported."""
    return made_in(batch, teacher).filter(disagrees=True)


def disagreements(verdicts: Iterable[Verdict]) -> list[Disagreement]:
    """Those that were reported better than they are come first."""
    found = [_disagreement(verdict) for verdict in verdicts if verdict.disagrees]
    return sorted(found, key=lambda one: (not one.reported_more, str(one.student).casefold()))


def differences(verdicts: Iterable[Verdict]) -> list[Difference]:
    """One for each student and exercise that was run again, by name."""
    found = [_difference(verdict, verdict.before) for verdict in verdicts if verdict.before]
    return sorted(found, key=lambda one: str(one.student).casefold())


def check_changes(verdicts: Iterable[Verdict]) -> list[CheckChanges]:
    """What the published versions have that those before did not, once an exercise and earlier version."""
    pairs = {(one.before.version_id, one.version_id): one for one in verdicts if one.before is not None}
    return [_check_changes(one, one.before) for one in pairs.values() if one.before]


def _disagreement(verdict: Verdict) -> Disagreement:
    names = _names(verdict)
    differing = differing_checks(verdict.attempt, verdict.results)
    work = verdict.attempt.work
    return Disagreement(
        student=work.student,
        exercise=work.exercise,
        checks=[names[check] for check in differing],
        reported_more=any(verdict.attempt.results[check] == PASSED for check in differing),
    )


def _difference(verdict: Verdict, before: Verdict) -> Difference:
    was, now = _passed(before), _passed(verdict)
    names = {**_names(before), **_names(verdict)}
    work = verdict.attempt.work
    return Difference(
        student=work.student,
        exercise=work.exercise,
        before=f"{before.score} of {before.points}",
        after=f"{verdict.score} of {verdict.points}",
        change=verdict.score * before.points - before.score * verdict.points,
        up=[names[check] for check in names if check in now - was],
        down=[names[check] for check in names if check in was - now],
    )


def _check_changes(verdict: Verdict, before: Verdict) -> CheckChanges:
    was, now = _checks(before), _checks(verdict)
    return CheckChanges(
        exercise=verdict.attempt.work.exercise,
        added=[check["name"] for key, check in now.items() if key not in was],
        removed=[check["name"] for key, check in was.items() if key not in now],
        changed=[check["name"] for key, check in now.items() if key in was and was[key] != check],
    )


def _checks(verdict: Verdict) -> dict[str, dict[str, Any]]:
    return {check["id"]: check for check in verdict.version.document["checks"]}


def _names(verdict: Verdict) -> dict[str, str]:
    return {key: check["name"] for key, check in _checks(verdict).items()}


def _passed(verdict: Verdict) -> set[str]:
    return {result["check"] for result in verdict.results if result["state"] == PASSED}
