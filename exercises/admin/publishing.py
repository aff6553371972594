"""Publishing and copying an exercise."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from accounts.admin.base import person
from exercises import services
from exercises.admin.objects import changeable, found_or_404
from exercises.errors import NotPublishableError
from exercises.models import Exercise
from exercises.permissions import can_change_collection

if TYPE_CHECKING:
    from exercises.admin.exercises import ExerciseAdmin


def publish(admin: "ExerciseAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Make a version of the working copy, or say why not."""
    exercise = changeable(admin, request, object_id)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        version = services.publish(exercise=exercise, by=person(request))
    except NotPublishableError as error:
        messages.error(request, f"Not published. {error}")
    else:
        admin.log_change(request, exercise, f"Published version {version.number}.")
        messages.success(request, f"Published as version {version.number}. {_who_sees_it(exercise)}")
    return back_to(exercise)


def duplicate(admin: "ExerciseAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """A copy of one's own of any exercise that one may read."""
    exercise = found_or_404(admin, request, object_id)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    who = person(request)
    own = (
        exercise.collection
        if exercise.collection and can_change_collection(who, exercise.collection)
        else None
    )
    copy = services.duplicate_exercise(person=who, exercise=exercise, collection=own)
    admin.log_addition(request, copy, f"Copied from {exercise}.")
    messages.success(request, "This is your own copy. Students do not see it before you publish it.")
    return back_to(copy)


def back_to(exercise: Exercise) -> HttpResponse:
    """The page of the exercise."""
    return redirect("admin:exercises_exercise_change", exercise.pk)


def _who_sees_it(exercise: Exercise) -> str:
    if exercise.collection is None:
        return "Students see it as soon as it is in a published collection."
    if not exercise.collection.published:
        return "Students see it as soon as its collection is published."
    return "Students see it now."
