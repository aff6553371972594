"""The grid of a Progress page: one row a student, one column an exercise or an item of an assignment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from assessment.enums import State
from assessment.models import Assignment, HandInItem, ItemWork
from assessment.queries.cells import Cell, ExerciseCell, ProjectCell
from assessment.queries.counting import counting_verdicts, latest_hand_ins
from assessment.queries.scope import AssignmentScope, Scope
from assessment.queries.standings import Standing, standings
from exercises.models import Exercise, Work

BY_NAME, BY_STAND, BY_MARK = "name", "state", "mark"


@dataclass(frozen=True, slots=True)
class Column:
    """An exercise or, where there is none, a project of an assignment. `order` is what sorts by it."""

    title: str
    order: str
    exercise: Exercise | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A student and her cells, in the order of the columns; in an assignment also where she stands with it."""

    student: User
    cells: list[Cell]
    standing: Standing | None = None

    @property
    def name(self) -> str:
        """As it is listed and sorted."""
        return str(self.student)


@dataclass(frozen=True, slots=True)
class Grid:
    """What the Progress page shows."""

    columns: list[Column]
    rows: list[Row]

    def sorted_rows(self, order: str) -> list[Row]:
        """By a column's `order`, then by name; `-` before it turns all round, and what is none of them is by name."""
        rows = sorted(self.rows, key=lambda row: row.name.casefold())
        key = self._key(order.removeprefix("-"))
        if key is not None:
            rows.sort(key=key)
        return rows[::-1] if order.startswith("-") else rows

    def _key(self, order: str) -> Callable[[Row], Any] | None:
        if order == BY_STAND:
            return lambda row: row.standing.stand_key if row.standing else ()
        if order == BY_MARK:
            return lambda row: row.standing.mark_key if row.standing else ()
        places = {column.order: place for place, column in enumerate(self.columns)}
        return (lambda row: row.cells[places[order]].sort_key) if order in places else None


def progress(scope: Scope) -> Grid:
    """The grid of her students. As many queries for a school as for one student."""
    students = list(scope.students())
    if not isinstance(scope, AssignmentScope):
        columns = [Column(str(one), str(one.pk), one) for one in scope.exercises()]
        cells = _exercise_cells(scope, students, columns)
        return Grid(columns, [Row(one, [cells[one.pk, each.order] for each in columns]) for one in students])
    columns = _columns_of(scope.assignment)
    cells = _exercise_cells(scope, students, columns) | _project_cells(scope, students)
    stands = standings([scope.assignment], scope.students())
    rows = [
        Row(one, [cells[one.pk, each.order] for each in columns], stands[one.pk, scope.assignment.pk])
        for one in students
    ]
    return Grid(columns, rows)


def _columns_of(assignment: Assignment) -> list[Column]:
    items = assignment.items.select_related("exercise")
    return [Column(str(item), str(item.pk), item.exercise) for item in items]


Cells = dict[tuple[int, str], Cell]  # by student, and by the column's order


def _exercise_cells(scope: Scope, students: list[User], columns: list[Column]) -> Cells:
    exercises = {column.order: column.exercise for column in columns if column.exercise}
    works = Work.objects.filter(
        student__in=scope.students().order_by().values("pk"), exercise__in=exercises.values()
    )
    started = set(works.values_list("student_id", "exercise_id"))
    attempts = scope.attempts()
    verdicts = counting_verdicts(attempts.values())
    cells: Cells = {}
    for one in students:
        for order, exercise in exercises.items():
            key = (one.pk, exercise.pk)
            attempt = attempts.get(key)
            verdict = verdicts.get(attempt.pk) if attempt else None
            cells[one.pk, order] = ExerciseCell(one, exercise, key in started, attempt, verdict)
    return cells


def _project_cells(scope: AssignmentScope, students: list[User]) -> Cells:
    projects = list(scope.assignment.items.filter(exercise=None).values_list("pk", flat=True))
    begun = set(ItemWork.objects.filter(item__in=projects).values_list("student_id", "item_id"))
    latest = latest_hand_ins(scope.assignment, scope.students())
    handed_in = set(
        HandInItem.objects.filter(hand_in__in=latest.values("pk"), item__in=projects).values_list(
            "hand_in__submission__student_id", "item_id"
        )
    )
    states = dict.fromkeys(begun, State.STARTED) | dict.fromkeys(handed_in, State.UNCHECKED)
    return {
        (one.pk, str(pk)): ProjectCell(states.get((one.pk, pk), State.NOT_STARTED))
        for one in students
        for pk in projects
    }
