"""Rows that a page of the back office is about."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest


def found_or_404(admin: ModelAdmin, request: HttpRequest, object_id: str) -> Any:
    """The row, if the person may see it. Raises Http404."""
    found = admin.get_object(request, object_id)
    if found is None:
        raise Http404
    return found


def changeable(admin: ModelAdmin, request: HttpRequest, object_id: str) -> Any:
    """The row, if the person may change it. Raises Http404 and PermissionDenied."""
    found = found_or_404(admin, request, object_id)
    if not admin.has_change_permission(request, found):
        raise PermissionDenied
    return found
