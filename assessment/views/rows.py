"""What the pages look up by the address. Not there and not yours are one answer: 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.admin.base import person
from accounts.models import Classroom, User
from assessment.queries.scope import classrooms_of, exercises_of, students_in
from exercises.models import Collection, Exercise
from exercises.queries import collections_visible_to


def collection_for(request: HttpRequest, collection_id: int) -> Collection:
    """The collection of the address."""
    return get_object_or_404(collections_visible_to(person(request)), pk=collection_id)


def classroom_for(request: HttpRequest) -> Classroom | None:
    """The class that the filter names. Raises Http404 for one that is not hers."""
    chosen = request.GET.get("class", "")
    if not chosen:
        return None
    number = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 19 else 0
    return get_object_or_404(classrooms_of(person(request)), pk=number)


def student_for(request: HttpRequest, student_id: int) -> User:
    """One of her students."""
    return get_object_or_404(students_in(person(request), None), pk=student_id)


def exercise_for(collection: Collection, exercise_id: int) -> Exercise:
    """An exercise of the collection."""
    return get_object_or_404(exercises_of(collection).select_related("published"), pk=exercise_id)
