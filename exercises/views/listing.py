"""The list of exercises, by collection."""

from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from exercises.markdown import to_html
from exercises.queries import State, listed_exercises, states_of
from exercises.verified import verified_results


@login_required
@require_safe
def exercise_list(request: SignedInRequest) -> HttpResponse:
    """What is open, with one's own state; `?topic=…` shows the exercises of one topic."""
    every: list[Any] = list(listed_exercises())
    topic = request.GET.get("topic", "")
    shown = [one for one in every if not topic or topic in one.shown_topics]
    states = states_of(request.user, shown)
    verified = verified_results(request.user, [one.pk for one in shown])
    context = {
        "sections": [
            {
                "collection": collection,
                "text": to_html(collection.text),
                "exercises": [(one, states.get(one.pk, State()), verified.get(one.pk)) for one in exercises],
            }
            for collection, exercises in groupby(shown, key=lambda one: one.collection)
        ],
        "topics": sorted({topic for one in every for topic in one.shown_topics}),
        "topic": topic,
    }
    return render(request, "exercises/list.html", context)
