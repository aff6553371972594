"""The grid of a collection: one row a student, one column an exercise."""

from collections.abc import Mapping
from dataclasses import dataclass

from accounts.models import Classroom, User
from assessment.disagreement import PASSED
from assessment.enums import State
from assessment.models import Verdict
from assessment.queries.scope import counting_verdicts, exercises_of, latest_attempts, students_in
from exercises.models import Attempt, Collection, Exercise, Work

ORDER = list(State)


@dataclass(frozen=True, slots=True)
class Cell:
    """One student's standing with one exercise. `attempt` is her latest, `verdict` the one that counts for it."""

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
        if self.attempt is not None and self.attempt.was_checked:
            return State.REPORTED
        return State.STARTED if self.started else State.NOT_STARTED

    @property
    def passed(self) -> int | None:
        """How many checks passed; None where nothing was tried."""
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
    def _reported(self) -> dict[str, str] | None:
        return self.attempt.results if self.attempt is not None and self.attempt.was_checked else None

    @property
    def texts(self) -> tuple[str, str, str]:
        """State, passed and checks, as words and figures; empty where nothing was tried."""
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


@dataclass(frozen=True, slots=True)
class Row:
    """A student and her cells, in the order of the exercises."""

    student: User
    cells: list[Cell]

    @property
    def name(self) -> str:
        """As it is listed and sorted."""
        return str(self.student)


@dataclass(frozen=True, slots=True)
class Grid:
    """What the Progress page shows."""

    exercises: list[Exercise]
    rows: list[Row]


def progress(teacher: User, collection: Collection, classroom: Classroom | None) -> Grid:
    """The grid of her students. As many queries for a school as for one student."""
    students = students_in(teacher, classroom)
    exercises = list(exercises_of(collection))
    works = Work.objects.filter(student__in=students.order_by().values("pk"), exercise__in=exercises)
    started = set(works.values_list("student_id", "exercise_id"))
    attempts = {
        (attempt.work.student_id, attempt.work.exercise_id): attempt
        for attempt in latest_attempts(students, exercises)
    }
    verdicts = counting_verdicts(attempts.values())
    rows = [
        Row(one, [_cell(one, each, started, attempts, verdicts) for each in exercises]) for one in students
    ]
    return Grid(exercises, rows)


def cell_of(student: User, exercise: Exercise) -> Cell:
    """One cell by itself."""
    works = Work.objects.filter(student=student, exercise=exercise)
    attempt = Attempt.objects.filter(work__in=works).select_related("work").first()
    verdicts = counting_verdicts([attempt] if attempt else [])
    return Cell(student, exercise, works.exists(), attempt, verdicts.get(attempt.pk) if attempt else None)


def _cell(
    student: User,
    exercise: Exercise,
    started: set[tuple[int, int]],
    attempts: Mapping[tuple[int, int], Attempt],
    verdicts: Mapping[int, Verdict],
) -> Cell:
    key = (student.pk, exercise.pk)
    attempt = attempts.get(key)
    return Cell(student, exercise, key in started, attempt, verdicts.get(attempt.pk) if attempt else None)
