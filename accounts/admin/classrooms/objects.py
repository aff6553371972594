"""What every page of a class begins with: the class, for those who may see it, and the frame of the page."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest

from accounts.models import Classroom


def classroom_or_404(admin: ModelAdmin, request: HttpRequest, object_id: str) -> Classroom:
    """The class. Whoever sees it teaches it or is an administrator, so she may do all that its pages offer.

    Raises Http404: not there and not yours are one answer.
    """
    found = admin.get_object(request, object_id)
    if found is None:
        raise Http404
    return found


def present_classroom_or_404(admin: ModelAdmin, request: HttpRequest, object_id: str) -> Classroom:
    """The class, unless it is archived: then its students are not shown and nothing is done with them."""
    found = classroom_or_404(admin, request, object_id)
    if found.archived:
        raise Http404
    return found


def page_context(admin: ModelAdmin, request: HttpRequest, classroom: Classroom, title: str) -> dict[str, Any]:
    """What the templates of a class's pages extend."""
    return {
        **admin.admin_site.each_context(request),
        "title": title,
        "opts": admin.opts,
        "classroom": classroom,
    }
