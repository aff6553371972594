"""What a person may read of exercises. Nothing here changes anything."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from exercises.document.files import digest_of, exact_file, with_hashes
from exercises.models import Attempt, Collection, Exercise, Work
from exercises.models.attempt import NOT_RUN
from projects.models import Project, ProjectFile

TO_GO_ON_WITH = 6
LISTED = ("title", "summary", "difficulty", "topics")


def exercises_open_to(user: User) -> QuerySet[Exercise]:
    """What one can work on: published exercises of published collections, and what one has begun already."""
    begun = Work.objects.filter(exercise=OuterRef("pk"), student=user)
    listed = Q(archived=False, collection__published=True)
    return Exercise.objects.filter(listed | Exists(begun), published__isnull=False)


def listed_exercises() -> QuerySet[Exercise]:
    """What the list of exercises shows to everybody: each with `shown_title` and so on, as they are published."""
    listed = Exercise.objects.filter(archived=False, collection__published=True, published__isnull=False)
    shown = {f"shown_{name}": F(f"published__document__{name}") for name in LISTED}
    return listed.select_related("collection").annotate(**shown)


def exercises_visible_to(user: User) -> QuerySet[Exercise]:
    """For staff, working copies: one's own and all that are published; for administrators all."""
    if not user.is_staff:
        return Exercise.objects.none()
    if user.is_administrator:
        return Exercise.objects.all()
    return Exercise.objects.filter(Q(author=user) | Q(published__isnull=False))


def collections_visible_to(user: User) -> QuerySet[Collection]:
    """For staff: one's own and all that are published; for administrators all."""
    if not user.is_staff:
        return Collection.objects.none()
    if user.is_administrator:
        return Collection.objects.all()
    return Collection.objects.filter(Q(author=user) | Q(published=True))


def collections_changeable_by(user: User) -> QuerySet[Collection]:
    """For staff, one's own; for administrators all."""
    visible = collections_visible_to(user)
    return visible if user.is_administrator else visible.filter(author=user)


def attempts_of(user: User) -> QuerySet[Attempt]:
    """One's own attempts, the latest first."""
    return Attempt.objects.filter(work__student=user)


def has_passed(work: Work) -> bool:
    """Whether an attempt was reported as passed."""
    return work.attempts.filter(passed=True).exists()


def saved_files(project: Project) -> list[dict[str, str]]:
    """The project's files as they are saved, as FILEs with their `sha256`, by path."""
    live = ProjectFile.objects.filter(project=project, deleted_at__isnull=True).order_by("path")
    return with_hashes([exact_file(file.path, bytes(file.content)) for file in live])


def attempt_with(work: Work, files: list[dict[str, str]]) -> Attempt | None:
    """The latest attempt at what is published with exactly these files."""
    same = work.attempts.filter(version=work.exercise.published, snapshot__sha256=digest_of(files))
    return same.select_related("snapshot").first()


@dataclass(frozen=True)
class State:
    """How far a person is with an exercise. `best` is the most checks that passed in one attempt, of `checks`."""

    started: bool = False
    passed: bool = False
    best: int = 0
    checks: int = 0

    def __str__(self) -> str:
        if self.passed:
            return "Passed"
        if self.checks:
            return f"Passed {self.best} of {self.checks}"
        return "Started" if self.started else "Not started"


def states_of(user: User, exercises: Iterable[Exercise]) -> dict[int, State]:
    """By exercise. Two queries, however many there are."""
    works = list(Work.objects.filter(student=user, exercise__in=exercises))
    best: dict[int, State] = {work.exercise_id: State(started=True) for work in works}
    rows = Attempt.objects.filter(work__in=works).values_list("work__exercise", "passed", "results")
    for exercise, passed, results in rows.distinct():
        if NOT_RUN in results.values():
            continue
        known = best[exercise]
        number = sum(state == "passed" for state in results.values())
        better = (passed, number) > (known.passed, known.best) or not known.checks
        best[exercise] = State(True, passed, number, len(results)) if better else known
    return best


def works_to_go_on_with(user: User) -> list[Work]:
    """What a person has begun and not passed, touched last first: each with `shown_title`, as it is published."""
    passed = Attempt.objects.filter(work=OuterRef("pk"), passed=True)
    begun = Work.objects.filter(student=user, exercise__in=exercises_open_to(user)).exclude(Exists(passed))
    shown = begun.annotate(shown_title=F("exercise__published__document__title"))
    return list(shown.select_related("exercise__collection").order_by("-project__changed_at")[:TO_GO_ON_WITH])


@dataclass(frozen=True)
class CollectionProgress:
    """How many exercises of a collection a person has passed."""

    collection: Collection
    passed: int
    exercises: int

    @property
    def percent(self) -> int:
        """0 to 100, for a bar."""
        return round(100 * self.passed / self.exercises)


def collections_progress(user: User) -> list[CollectionProgress]:
    """Of every collection that students find, in their order. Two queries."""
    reported = Attempt.objects.filter(work__student=user, passed=True).order_by()
    passed = set(reported.values_list("work__exercise", flat=True).distinct())
    found: dict[Collection, list[int]] = {}
    for exercise in listed_exercises().only("pk", "collection"):
        if exercise.collection is not None:
            found.setdefault(exercise.collection, []).append(exercise.pk)
    return [
        CollectionProgress(collection, len(passed.intersection(keys)), len(keys))
        for collection, keys in found.items()
    ]
