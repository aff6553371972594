"""The cells of a Progress page's grid."""

from dataclasses import dataclass
from typing import Protocol

from accounts.models import User
from assessment.disagreement import PASSED
from assessment.enums import State
from assessment.models import Verdict
from exercises.models import Attempt, Exercise

ORDER = list(State)


class Cell(Protocol):
    """What the grid shows of one student and one column."""

    @property
    def state(self) -> State: ...

    @property
    def texts(self) -> tuple[str, str, str]: ...

    @property
    def sentence(self) -> str: ...

    @property
    def sort_key(self) -> tuple[int, float]: ...


@dataclass(frozen=True, slots=True)
class ExerciseCell:
    """One student's standing with one exercise. `attempt` is what counts, `verdict` the one that counts for it."""

    student: User
    exercise: Exercise
    started: bool
    attempt: Attempt | None
    verdict: Verdict | None

    @property
    def state(self) -> State:
        """What is shown first."""
        if self.verdict is not None:
            return State.DISAGREEMENT if self.verdict.disagrees else State.VERIFIED
        if self.attempt is None:
            return State.STARTED if self.started else State.NOT_STARTED
        return State.REPORTED if self.attempt.was_checked else State.UNCHECKED

    @property
    def passed(self) -> int | None:
        """How many checks passed; None where nothing was checked."""
        if self.verdict is not None:
            return self.verdict.passed
        return None if self._reported is None else list(self._reported.values()).count(PASSED)

    @property
    def checks(self) -> int | None:
        """Of how many. Students' browsers know of visible checks alone."""
        if self.verdict is not None:
            return self.verdict.checks
        return None if self._reported is None else len(self._reported)

    @property
    def texts(self) -> tuple[str, str, str]:
        """State, passed and checks, as words and figures; empty where nothing was checked."""
        passed, checks = ("" if count is None else str(count) for count in (self.passed, self.checks))
        return self.state.label, passed, checks

    @property
    def sentence(self) -> str:
        """The cell in words, for those who do not see it."""
        if self.passed is None:
            return self.state.label
        later = ", made with an earlier version" if self.is_outdated else ""
        return f"{self.state.label}: {self.passed} of {self.checks} checks passed{later}"

    @property
    def is_full(self) -> bool:
        """Whether everything passed."""
        return self.passed is not None and self.passed == self.checks

    @property
    def is_outdated(self) -> bool:
        """Whether the verdict was made with an earlier version than is published now."""
        return self.verdict is not None and self.verdict.version_id != self.exercise.published_id

    @property
    def sort_key(self) -> tuple[int, float]:
        """By state, then by how much passed."""
        return ORDER.index(self.state), (self.passed or 0) / (self.checks or 1)

    @property
    def _reported(self) -> dict[str, str] | None:
        return self.attempt.results if self.attempt is not None and self.attempt.was_checked else None


@dataclass(frozen=True, slots=True)
class ProjectCell:
    """One student's standing with a project of an assignment, which no checks run on."""

    state: State

    @property
    def texts(self) -> tuple[str, str, str]:
        """As an exercise's, without figures."""
        return self.sentence, "", ""

    @property
    def sentence(self) -> str:
        """The cell in words."""
        return "Handed in" if self.state == State.UNCHECKED else self.state.label

    @property
    def sort_key(self) -> tuple[int, float]:
        """By state."""
        return ORDER.index(self.state), 0
