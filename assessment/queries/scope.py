"""Whose attempts at what a Progress page shows and a batch runs."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.enums import Role
from accounts.models import Classroom, Enrolment, User
from accounts.queries import classrooms_visible_to, students_visible_to
from assessment.models import Assignment, Batch
from assessment.queries.assignments import classrooms_in, students_set
from assessment.queries.counting import Attempts, counting_attempts, latest_attempts
from exercises.models import Collection, Exercise


def classrooms_of(teacher: User) -> QuerySet[Classroom]:
    """The classes that she may choose between."""
    return classrooms_visible_to(teacher).filter(archived=False)


def students_in(teacher: User, classroom: Classroom | None) -> QuerySet[User]:
    """Her students, or those of one class, by name as they are listed."""
    students = students_visible_to(teacher).filter(role=Role.STUDENT)
    if classroom is not None:
        students = students.filter(pk__in=Enrolment.objects.filter(classroom=classroom).values("student"))
    return students.order_by("display_name", "username")


def exercises_of(collection: Collection) -> QuerySet[Exercise]:
    """What students find in it, in its order."""
    return Exercise.objects.filter(collection=collection, published__isnull=False, archived=False)


@dataclass(frozen=True, slots=True)
class Scope(ABC):
    """A teacher's students, or those of one class, and the exercises of what she looks at."""

    teacher: User
    classroom: Classroom | None

    @property
    @abstractmethod
    def subject(self) -> dict[str, Collection | Exercise | Assignment]:
        """What it is about, as the field of a Batch."""

    @property
    def title(self) -> str:
        """Of what it is about."""
        return str(*self.subject.values())

    def classrooms(self) -> QuerySet[Classroom]:
        """The classes that she may choose between."""
        return classrooms_of(self.teacher)

    def students(self) -> QuerySet[User]:
        """By name as they are listed."""
        return students_in(self.teacher, self.classroom)

    @abstractmethod
    def exercises(self) -> QuerySet[Exercise]:
        """Those that students find, in their order."""

    def attempts(self, student: User | None = None) -> Attempts:
        """Those that count, of all or of one, in a fixed number of queries."""
        return latest_attempts(self._narrowed(student), self.exercises())

    def _narrowed(self, student: User | None) -> QuerySet[User]:
        return self.students() if student is None else self.students().filter(pk=student.pk)


@dataclass(frozen=True, slots=True)
class CollectionScope(Scope):
    """The exercises of a collection."""

    collection: Collection

    @property
    def subject(self) -> dict[str, Collection | Exercise | Assignment]:
        return {"collection": self.collection}

    def exercises(self) -> QuerySet[Exercise]:
        return exercises_of(self.collection)


@dataclass(frozen=True, slots=True)
class ExerciseScope(Scope):
    """One exercise."""

    exercise: Exercise

    @property
    def subject(self) -> dict[str, Collection | Exercise | Assignment]:
        return {"exercise": self.exercise}

    def exercises(self) -> QuerySet[Exercise]:
        return Exercise.objects.filter(pk=self.exercise.pk, published__isnull=False)


@dataclass(frozen=True, slots=True)
class AssignmentScope(Scope):
    """The exercises of an assignment, and those of her students for whom it is set."""

    assignment: Assignment

    @property
    def subject(self) -> dict[str, Collection | Exercise | Assignment]:
        return {"assignment": self.assignment}

    def classrooms(self) -> QuerySet[Classroom]:
        return classrooms_in(self.assignment, self.teacher)

    def students(self) -> QuerySet[User]:
        return students_set(self.assignment, self.teacher, self.classroom)

    def exercises(self) -> QuerySet[Exercise]:
        items = {"assignment_items__assignment": self.assignment}
        return Exercise.objects.filter(published__isnull=False, **items).order_by(
            "assignment_items__position", "assignment_items__pk"
        )

    def attempts(self, student: User | None = None) -> Attempts:
        return counting_attempts(self.assignment, self._narrowed(student))


def scope_of(batch: Batch, teacher: User) -> Scope:
    """What the batch is about."""
    if batch.assignment is not None:
        return AssignmentScope(teacher, batch.classroom, batch.assignment)
    if batch.collection is not None:
        return CollectionScope(teacher, batch.classroom, batch.collection)
    if batch.exercise is not None:
        return ExerciseScope(teacher, batch.classroom, batch.exercise)
    raise ValueError(f"{batch.pk} is about nothing.")  # the database does not hold such a batch
