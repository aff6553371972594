"""The receipt of a hand-in: when, what, and the hash of it."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from assessment.models import HandIn, HandInItem
from assessment.queries.feedback import held_items
from assessment.queries.handed_in import File, files_of
from assessment.queries.items import checks_text, items_of
from assessment.views.students.rows import assignment_for
from exercises.document.files import bytes_of


@dataclass(frozen=True, slots=True)
class Held:
    """An item as it was handed in; None for what had not been begun."""

    title: str
    state: str
    size: int
    files: list[File]


@login_required
@require_safe
def receipt(request: SignedInRequest, assignment_id: int, number: int) -> HttpResponse:
    """One's own."""
    found = assignment_for(request.user, assignment_id)
    own = HandIn.objects.filter(submission__assignment=found, submission__student=request.user)
    hand_in = get_object_or_404(own.select_related("by"), number=number)
    held = {row.item_id: row for row in held_items(hand_in)}
    context = {
        "assignment": found,
        "hand_in": hand_in,
        "items": [_held(item.shown_title, held.get(item.pk)) for item in items_of(found)],
    }
    return render(request, "assessment/students/receipt.html", context)


def _held(title: str, row: HandInItem | None) -> Held:
    if row is None:
        return Held(title, "Not begun", 0, [])
    files = files_of(row)
    size = sum(len(bytes_of(file)) for file in files)
    return Held(title, checks_text(row.attempt) if row.attempt else "", size, files)
