"""Which school a request is for, by its host; its time zone is that of the request."""

import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django_tenants.middleware.main import TenantMainMiddleware

from schools.errors import no_school
from schools.tenancy import use_public_schema
from schools.time_zones import zone_of

SECONDS_TO_KEEP = 30
WWW = "www."
_schools: dict[str, tuple[Any, float]] = {}


def forget_schools() -> None:
    """Drop what this process remembers of hosts; called when a school or host is saved or deleted."""
    _schools.clear()


class SchoolMiddleware(TenantMainMiddleware):
    """django-tenants' middleware with a short memory: a lookup costs two statements a request otherwise."""

    @staticmethod
    def hostname_from_request(request: HttpRequest) -> str:
        """The host in lower case, as host names are compared; without the port."""
        return request.get_host().partition(":")[0].lower()

    def get_tenant(self, domain_model: Any, hostname: str) -> Any:
        known, until = _schools.get(hostname, (None, 0.0))
        if until > time.monotonic():
            return known
        school = super().get_tenant(domain_model, hostname)
        _schools[hostname] = (school, time.monotonic() + SECONDS_TO_KEEP)
        return school

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        use_public_schema()
        timezone.deactivate()
        if self.hostname_from_request(request) == settings.BASE_DOMAIN:
            request.urlconf = settings.PUBLIC_SCHEMA_URLCONF
            return None
        answer = super().process_request(request)
        if answer is None:
            timezone.activate(zone_of(request.tenant.time_zone))  # type: ignore[attr-defined]
        return answer

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The next request of this thread may be another school's."""
        timezone.deactivate()
        return response

    def no_tenant_found(self, request: HttpRequest, hostname: str) -> HttpResponse:
        if hostname.startswith(WWW) and request.method in ("GET", "HEAD"):
            host = request.get_host()[len(WWW) :]
            return HttpResponsePermanentRedirect(f"{request.scheme}://{host}{request.get_full_path()}")
        request.urlconf = settings.PUBLIC_SCHEMA_URLCONF
        return no_school(request)
