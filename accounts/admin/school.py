"""The school's own page in the back office: what it is called, and which time its pages keep."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from accounts.permissions import is_administrator
from schools.models import School
from schools.services.changing import change_school
from schools.time_zones import zones_by_region


class SchoolForm(forms.Form):
    """What administrators may change of their school."""

    name = forms.CharField(label="Name of the school", max_length=100)
    time_zone = forms.ChoiceField(
        label="Time zone", help_text="Every date and time in Codeyard is shown, and typed, in it."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = _choices(self.initial["time_zone"])  # type: ignore[attr-defined]


def school_page(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """The form on GET; saves on POST. Raises PermissionDenied for everybody but administrators."""
    if not is_administrator(request.user):
        raise PermissionDenied
    school: School = request.tenant  # type: ignore[attr-defined]
    present = {"name": school.name, "time_zone": school.time_zone}
    form = SchoolForm(request.POST or None, initial=present)
    if request.method == "POST" and form.is_valid():
        change_school(slug=school.slug, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("admin:school")
    context = {**site.each_context(request), "title": "Your school", "form": form, "now": timezone.now()}
    return TemplateResponse(request, "admin/school.html", context)


def _choices(present: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """All places, and the present zone where the operator gave it one that is no place."""
    regions = zones_by_region()
    if any(present == name for _, zones in regions for name, _ in zones):
        return regions
    return [("At present", [(present, present)]), *regions]
