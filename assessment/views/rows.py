"""What the pages look up by the address. Not there and not yours are one answer: 404."""

from dataclasses import replace

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.admin.base import person
from accounts.models import Classroom, User
from assessment.models import Assignment
from assessment.queries.assignments import assignments_visible_to
from assessment.queries.scope import AssignmentScope, CollectionScope, Scope
from exercises.models import Collection, Exercise
from exercises.queries import collections_visible_to


def collection_for(request: HttpRequest, collection_id: int) -> Collection:
    """The collection of the address."""
    return get_object_or_404(collections_visible_to(person(request)), pk=collection_id)


def assignment_for(request: HttpRequest, assignment_id: int) -> Assignment:
    """The assignment of the address."""
    return get_object_or_404(assignments_visible_to(person(request)), pk=assignment_id)


def scope_for(
    request: HttpRequest, *, collection_id: int | None = None, assignment_id: int | None = None
) -> Scope:
    """Her students, or those of the class that the filter names, and the collection or assignment of the address.

    Raises Http404 for a class that is not among those to choose from.
    """
    teacher = person(request)
    scope: Scope
    if assignment_id is not None:
        scope = AssignmentScope(teacher, None, assignment_for(request, assignment_id))
    else:
        scope = CollectionScope(teacher, None, collection_for(request, collection_id or 0))
    return replace(scope, classroom=_chosen(request, scope.classrooms()))


def student_for(scope: Scope, student_id: int) -> User:
    """One of her students."""
    return get_object_or_404(scope.students(), pk=student_id)


def exercise_for(scope: Scope, exercise_id: int) -> Exercise:
    """One of the exercises."""
    return get_object_or_404(scope.exercises().select_related("published"), pk=exercise_id)


def _chosen(request: HttpRequest, classrooms: QuerySet[Classroom]) -> Classroom | None:
    chosen = request.GET.get("class", "")
    if not chosen:
        return None
    number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 19 else 0
    return get_object_or_404(classrooms, pk=number)
