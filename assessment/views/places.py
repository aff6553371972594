"""Where the pages about a collection's or an assignment's progress stand."""

from dataclasses import dataclass

from django.urls import reverse

from assessment.queries.scope import AssignmentScope, CollectionScope, Scope


@dataclass(frozen=True, slots=True)
class Place:
    """`progress` is the address of the Progress page, below which are `csv/` and `STUDENT/EXERCISE/`.

    `query` narrows it to the class. `trail` are the pages above it, each a title and an address.
    """

    title: str
    progress: str
    batches: str
    query: str
    trail: tuple[tuple[str, str], ...]


def place_of(scope: Scope) -> Place | None:
    """None for a single exercise, which has no Progress page."""
    query = f"?class={scope.classroom.pk}" if scope.classroom else ""
    trail: tuple[tuple[str, str], ...]
    if isinstance(scope, AssignmentScope):
        pk, title = scope.assignment.pk, str(scope.assignment)
        trail = (
            ("Assignments", reverse("admin:assessment_assignment_changelist")),
            (title, reverse("admin:assessment_assignment_change", args=[pk])),
        )
        kind = "assignment-"
    elif isinstance(scope, CollectionScope):
        pk, title, kind = scope.collection.pk, str(scope.collection), ""
        trail = (("Collections", reverse("admin:exercises_collection_changelist")),)
    else:
        return None
    progress, batches = (reverse(f"assessment:{kind}{name}", args=[pk]) for name in ("progress", "batches"))
    return Place(title, progress, batches, query, trail)
