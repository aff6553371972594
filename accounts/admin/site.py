"""The back office as a whole."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from accounts.admin.school import school_page
from accounts.permissions import is_staff

# Django's own pages that have a better place here, or none: `r/…` tells which rows exist.
LEFT_OUT = {"password_change", "password_change_done", "view_on_site"}


class BackOffice(AdminSite):
    """Django's admin behind the one sign-in page, open to staff only."""

    site_title = site_header = "Back office"
    index_title = "Your school"
    site_url = "/"
    enable_nav_sidebar = False
    index_template = "admin/back_office.html"

    def has_permission(self, request: HttpRequest) -> bool:
        return is_staff(request.user)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Leads to the one sign-in page. Raises PermissionDenied for people who have no business here."""
        target = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
            target = reverse("admin:index")
        if is_staff(request.user):
            return redirect(target)
        if not isinstance(request.user, AnonymousUser):
            raise PermissionDenied
        return redirect(f"{reverse('account_login')}?{urlencode({'next': target})}")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override]
        """Leads to the one sign-out page."""
        return redirect("account_logout")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        own = path("school/", self.admin_view(self.school_view), name="school")
        return [own, *(url for url in super().get_urls() if getattr(url, "name", None) not in LEFT_OUT)]

    def school_view(self, request: HttpRequest) -> HttpResponse:
        """The school's name and time zone, for administrators."""
        return school_page(self, request)
