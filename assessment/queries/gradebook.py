"""The gradebook of a class: one row a student, one column an assignment, averages of categories and over all."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import F

from accounts.models import Classroom, User
from assessment.enums import Stand
from assessment.models import Assignment, CategoryWeight, Gradebook
from assessment.queries.scope import students_in
from assessment.queries.standings import Standing, standings
from assessment.queries.statistics import Figures, average, figures, weighted_average

NO_CATEGORY = "Without a category"
UNWEIGHTED = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A student's place in an assignment, and what of it counts: percents, or nothing."""

    standing: Standing
    counted: Decimal | None

    @property
    def sentence(self) -> str:
        """The cell in words, for those who do not see it."""
        return ": ".join(filter(None, [self.standing.words, self.standing.mark_words]))


@dataclass(frozen=True, slots=True)
class Column:
    """An assignment and the marks in it."""

    assignment: Assignment
    figures: Figures


@dataclass(frozen=True, slots=True)
class Category:
    """Assignments that are weighed together, and the averages of the students in them."""

    name: str
    weight: int
    columns: list[Column]
    figures: Figures

    @property
    def title(self) -> str:
        """As it is shown."""
        return self.name or NO_CATEGORY

    @property
    def span(self) -> int:
        """How many columns it has with that of its average."""
        return len(self.columns) + 1


@dataclass(frozen=True, slots=True)
class Section:
    """What a student has in one category."""

    entries: list[Entry]
    average: Decimal | None


@dataclass(frozen=True, slots=True)
class Line:
    """A student: her sections in the order of the categories, and what comes out over all."""

    student: User
    sections: list[Section]
    overall: Decimal | None

    @property
    def name(self) -> str:
        """As it is listed and sorted."""
        return str(self.student)


@dataclass(frozen=True, slots=True)
class Book:
    """What the gradebook shows. `overall` are the figures of all students' overall marks."""

    classroom: Classroom
    missing_is_zero: bool
    categories: list[Category]
    lines: list[Line]
    overall: Figures

    @property
    def has_categories(self) -> bool:
        """Whether assignments were put into any."""
        return any(category.name for category in self.categories)

    @property
    def columns(self) -> list[Column]:
        """Of all categories."""
        return [column for category in self.categories for column in category.columns]


def gradebook(teacher: User, classroom: Classroom) -> Book:
    """With those of the class whom she sees. A fixed number of queries."""
    missing_is_zero = Gradebook.objects.filter(classroom=classroom, missing_is_zero=True).exists()
    groups = assignments_by_category(classroom)
    weights = weights_of(classroom) if any(name for name, _ in groups) else {}
    students = students_in(teacher, classroom)
    places = standings([one for _, group in groups for one in group], students)
    lines = []
    for student in sorted(students, key=lambda one: str(one).casefold()):
        sections = [
            _section([_entry(places[student.pk, one.pk], missing_is_zero) for one in group])
            for _, group in groups
        ]
        pairs = [
            (section.average, weights.get(name, UNWEIGHTED))
            for section, (name, _) in zip(sections, groups, strict=True)
        ]
        lines.append(Line(student, sections, weighted_average(pairs)))
    categories = [
        _category(name, weights.get(name, UNWEIGHTED), group, [line.sections[place] for line in lines])
        for place, (name, group) in enumerate(groups)
    ]
    return Book(classroom, missing_is_zero, categories, lines, figures(line.overall for line in lines))


def assignments_by_category(classroom: Classroom) -> list[tuple[str, list[Assignment]]]:
    """Those set for the class that are published and count, by when they are due. The nameless category is last."""
    found = Assignment.objects.filter(classrooms=classroom, published_at__isnull=False, counts=True).order_by(
        F("due_at").asc(nulls_last=True), "pk"
    )
    ordered = sorted(found, key=_category_key)
    return [(name, list(group)) for name, group in groupby(ordered, key=lambda one: one.category)]


def weights_of(classroom: Classroom) -> dict[str, int]:
    """What a teacher has chosen, by category. Others count 1."""
    return dict(CategoryWeight.objects.filter(classroom=classroom).values_list("category", "weight"))


def _category_key(assignment: Assignment) -> tuple[bool, str, str]:
    return not assignment.category, assignment.category.casefold(), assignment.category


def _entry(standing: Standing, missing_is_zero: bool) -> Entry:
    """Released marks count, and where the class has chosen so, zero for what is missing. What is excused never does."""
    counted = None
    if standing.stand != Stand.EXCUSED:
        if standing.released is not None:
            counted = standing.released.percent
        elif standing.is_missing and missing_is_zero:
            counted = Decimal(0)
    return Entry(standing, counted)


def _section(entries: list[Entry]) -> Section:
    return Section(entries, average(entry.counted for entry in entries))


def _category(name: str, weight: int, group: list[Assignment], sections: list[Section]) -> Category:
    columns = [
        Column(one, figures(section.entries[place].counted for section in sections))
        for place, one in enumerate(group)
    ]
    return Category(name, weight, columns, figures(section.average for section in sections))
