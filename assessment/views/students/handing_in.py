"""Handing in: what would be taken, and taking it. The same address takes a form and, from scripts, JSON."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from accounts.requests import SignedInRequest
from assessment import errors
from assessment.models import Assignment
from assessment.queries.assignments import assignments_open_to
from assessment.queries.items import Line, group_of, lines_now
from assessment.queries.student_work import place_in
from assessment.services import handing_in
from assessment.views.students.rows import assignment_for
from assessment.views.students.words import handed_in_sentence, late_sentence, missing_sentence
from projects.api.endpoint import endpoint
from projects.api.errors import NOT_FOUND, Refusal
from projects.api.payloads import read_json

REFUSED = 409, "refused"


def hand_in(request: HttpRequest, assignment_id: int) -> HttpResponseBase:
    """A form for those without scripts, JSON for pages."""
    if request.method == "POST" and request.content_type != "application/json":
        return hand_in_form(request, assignment_id)  # type: ignore[arg-type]
    return api(request, assignment_id=assignment_id)


@login_required
@require_POST
def hand_in_form(request: SignedInRequest, assignment_id: int) -> HttpResponse:
    """Hand in, and show the receipt; or say why not, on the page of the assignment."""
    found = assignment_for(request.user, assignment_id)
    try:
        made = handing_in.begin_and_hand_in(student=request.user, assignment=found)
    except errors.HandInError as error:
        messages.error(request, str(error))
        return redirect("assignments:assignment", found.pk)
    return redirect("assignments:receipt", found.pk, made.number)


def preview(request: SignedInRequest, assignment_id: int) -> dict[str, Any]:
    """What handing in would take now: `{refusal, late, missing, group, again, items: [ITEM]}`; texts are sentences."""
    place = place_in(request.user, _assignment(request.user, assignment_id))
    found, now, last = place.assignment, place.now, place.hand_in
    group = group_of(request.user, found)
    lines = lines_now(request.user, found, group)
    return {
        "refusal": handing_in.refusal(found, place.submission, place.times, now),
        "late": late_sentence(place.times, now),
        "missing": missing_sentence(lines),
        "group": f"It counts for {', '.join(map(str, group))} too." if group else "",
        "again": f"It replaces what you handed in before, receipt {last.receipt}." if last else "",
        "items": [_line_shape(line) for line in lines],
    }


def take(request: SignedInRequest, assignment_id: int) -> dict[str, Any]:
    """Hand in: `{receipt, number, at, sentence, url}`."""
    read_json(request)
    found = _assignment(request.user, assignment_id)
    try:
        made = handing_in.begin_and_hand_in(student=request.user, assignment=found)
    except errors.HandInError as error:
        raise Refusal(*REFUSED, str(error)) from error
    return {
        "receipt": made.receipt,
        "number": made.number,
        "at": made.handed_in_at.isoformat(),
        "sentence": handed_in_sentence(made),
        "url": reverse("assignments:receipt", args=[found.pk, made.number]),
    }


def _assignment(person: User, assignment_id: int) -> Assignment:
    if found := assignments_open_to(person).filter(pk=assignment_id).first():
        return found
    raise Refusal(*NOT_FOUND)


def _line_shape(line: Line) -> dict[str, Any]:
    """ITEM."""
    return {
        "id": line.item.pk,
        "title": line.title,
        "state": line.state,
        "begun": line.is_begun,
        "checked": line.is_checked,
        "by": line.by,
    }


api = endpoint(GET=preview, POST=take)
