"""An assignment as a student finds it: what to do, until when, how far she is, and what came back."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from assessment.queries.feedback import feedback_of
from assessment.queries.items import group_of, lines_of
from assessment.queries.student_work import place_in
from assessment.services.handing_in import refusal
from assessment.views.students.rows import assignment_for
from assessment.views.students.words import late_rule
from exercises.markdown import to_html


@login_required
@require_safe
def assignment(request: SignedInRequest, assignment_id: int) -> HttpResponse:
    """One's own place in it. Nothing of a marking is there before it was released."""
    found = assignment_for(request.user, assignment_id)
    place = place_in(request.user, found)
    group = group_of(request.user, found)
    submission = place.submission
    context = {
        "assignment": found,
        "text": to_html(found.text),
        "place": place,
        "lines": lines_of(request.user, found, place.hand_in, group),
        "group": group,
        "late_rule": late_rule(place.times),
        "refusal": refusal(found, submission, place.times, place.now),
        "events": list(submission.events.select_related("by")) if submission else [],
        "hand_ins": list(submission.hand_ins.select_related("by")) if submission else [],
        "feedback": feedback_of(submission),
        "icons": ["x"],
        "page_data": {
            "person": request.user.pk,
            "csrfCookie": settings.CSRF_COOKIE_NAME,
            "url": reverse("assignments:hand-in", args=[found.pk]),
        },
    }
    return render(request, "assessment/students/assignment.html", context)
