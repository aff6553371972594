"""The page that everybody lands on after signing in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from accounts.requests import SignedInRequest
from exercises.queries import listed_exercises, states_of, works_to_go_on_with
from projects.views.home import home_context


@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """One's own work, and the exercises to go on with."""
    person = request.user
    works = works_to_go_on_with(person)
    states = states_of(person, [work.exercise for work in works])
    context = {
        **home_context(person),
        "exercises": [(work, states[work.exercise_id]) for work in works],
        "has_exercises": bool(works) or listed_exercises().exists(),
    }
    return render(request, "exercises/home.html", context)
