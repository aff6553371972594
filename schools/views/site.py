"""Pages of the public site."""

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from schools.queries import address_of_school

# Browsers hold the answer to a form, redirects included, to the page's own `form-action`.
may_lead_to_a_school = csp_update({"form-action": settings.APPLICATION_ORIGINS})
ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /accounts/\nDisallow: /projects/\n"


@require_safe
@may_lead_to_a_school
def home(request: HttpRequest) -> HttpResponse:
    """What Codeyard is, and the way to one's own school."""
    return render(request, "schools/home.html")


@require_safe
@may_lead_to_a_school
def find(request: HttpRequest) -> HttpResponse:
    """The school whose short name or title was typed. There is no list of schools to read."""
    wanted = request.GET.get("school", "").strip()[:100]
    address = address_of_school(wanted)
    if address:
        return HttpResponseRedirect(address)
    return render(request, "schools/home.html", {"wanted": wanted, "not_found": bool(wanted)}, status=404)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask by the old name, on pages that link no icon."""
    return HttpResponsePermanentRedirect(static("design/mark.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines should leave alone."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
