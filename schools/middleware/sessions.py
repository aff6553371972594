"""Sessions stand in each school's schema; the public site has none."""

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

from schools.tenancy import is_public


class SchoolSessionMiddleware(SessionMiddleware):
    """Django's sessions for schools; on the public site an empty one that is never stored."""

    def process_request(self, request: HttpRequest) -> None:
        if is_public():
            request.session = SessionBase()
        else:
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if is_public():
            return response
        return super().process_response(request, response)
