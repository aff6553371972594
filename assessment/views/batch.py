"""The page of a batch: what came out, and for a Regrade the decision whether it counts."""

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.admin.base import person
from assessment import services
from assessment.errors import NotOpenError
from assessment.models import Batch
from assessment.queries.batches import batches_of
from assessment.queries.outcome import check_changes, differences, disagreements, made_in
from assessment.queries.scope import scope_of
from assessment.views.places import place_of
from schools.spreadsheets import csv_response

DECISIONS = {
    "publish": (services.publish_batch, "The new scores count now."),
    "discard": (services.cancel_batch, "The new scores are discarded. The earlier ones still count."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def batch_page(request: HttpRequest, batch_id: int) -> HttpResponse:
    """What was found; `?all=1` lists also what has not changed. POST `do=publish` or `do=discard` decides."""
    batch = _batch(request, batch_id)
    if request.method == "POST":
        return _decide(request, batch)
    verdicts = list(made_in(batch, person(request)))
    changes = differences(verdicts)
    show_all = "all" in request.GET
    context = {
        **admin.site.each_context(request),
        "title": str(batch),
        "batch": batch,
        "place": place_of(scope_of(batch, person(request))),
        "total": len(verdicts),
        "full": sum(verdict.passed == verdict.checks for verdict in verdicts),
        "disagreements": disagreements(verdicts),
        "check_changes": check_changes(verdicts),
        "differences": [one for one in changes if show_all or one.is_changed],
        "changed": sum(one.is_changed for one in changes),
        "show_all": show_all,
    }
    return TemplateResponse(request, "assessment/batch.html", context)


@require_safe
def batch_csv(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The differences of scores."""
    batch = _batch(request, batch_id)
    heading = ["User name", "Name", "Exercise", "Before", "After", "Direction", "Pass now", "No longer pass"]
    rows = [
        [
            one.student.username, one.student.display_name, one.exercise.title, one.before, one.after,
            one.direction, "; ".join(one.up), "; ".join(one.down),
        ]
        for one in differences(made_in(batch, person(request)))
    ]  # fmt: skip
    return csv_response(str(batch), [heading, *rows])


def _batch(request: HttpRequest, batch_id: int) -> Batch:
    batches = batches_of(person(request)).select_related("collection", "exercise", "assignment", "classroom")
    return get_object_or_404(batches, pk=batch_id)


def _decide(request: HttpRequest, batch: Batch) -> HttpResponse:
    service, sentence = DECISIONS.get(request.POST.get("do", ""), (None, ""))
    if service is not None:
        try:
            service(batch=batch)
            messages.success(request, sentence)
        except NotOpenError as error:
            messages.error(request, str(error))
    return redirect("assessment:batch", batch.pk)
