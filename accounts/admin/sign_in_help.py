"""The page with which staff help somebody to sign in, and the page that shows codes once."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from accounts import services
from accounts.admin.base import person
from accounts.models import User
from accounts.permissions import can_give_password_code
from accounts.services.passwords import CODE_LIFETIME

if TYPE_CHECKING:
    from accounts.admin.people import PersonAdmin


def help_page(admin: "PersonAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Asks on GET. On POST `do=unlock` unlocks and `do=code` answers with a new code."""
    one = admin.get_object(request, object_id)
    if one is None:
        raise Http404
    if not can_give_password_code(person(request), one):
        raise PermissionDenied
    match request.POST.get("do") if request.method == "POST" else None:
        case "unlock":
            services.unlock(person=one)
            admin.log_change(request, one, "Unlocked.")
            admin.message_unlocked(request, one)
            return redirect("admin:accounts_user_change", one.pk)
        case "code":
            code = services.give_password_code(person=one)
            admin.log_change(request, one, "Gave a new password.")
            return codes_page(admin, request, [(one, code)], CODE_LIFETIME)
    context = {
        **admin.admin_site.each_context(request),
        "title": f"Help {one} to sign in",
        "one": one,
        "opts": admin.opts,
    }
    return TemplateResponse(request, "admin/accounts/user/sign_in_help.html", context)


def codes_page(
    admin: "PersonAdmin", request: HttpRequest, codes: Sequence[tuple[User, str]], lifetime: timedelta
) -> TemplateResponse:
    """The codes, shown this once: only their hashes are kept."""
    context = {
        **admin.admin_site.each_context(request),
        "title": "New passwords",
        "codes": codes,
        "valid_until": timezone.now() + lifetime,
        "opts": admin.opts,
    }
    return TemplateResponse(request, "admin/accounts/user/codes.html", context)
