"""What is set for a student."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from assessment.queries.student_work import sections


@login_required
@require_safe
def assignment_list(request: SignedInRequest) -> HttpResponse:
    """First things first; what is done comes last."""
    return render(request, "assessment/students/list.html", {"sections": sections(request.user)})
