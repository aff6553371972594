"""What a browser fetches to keep a school's pages on a device: the service worker, its page for times without a
network, and the manifest of the web app. None of it knows a person."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from runtime_static import offline

SIGN_OUT = ("account_logout", "admin:logout")
TEMPLATE = "schools/offline.html"
THEME, BACKGROUND = "#0b7a68", "#f7f6f2"


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script of the service worker; one that removes itself and all that it kept where OFFLINE is off."""
    if settings.OFFLINE:
        page, school = reverse("offline"), getattr(request, "tenant", None)
        html = render_to_string(TEMPLATE, {"school": school})
        script = offline.service_worker(page, html, [reverse(name) for name in SIGN_OUT])
    else:
        script = offline.GONE
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def offline_page(request: HttpRequest) -> HttpResponse:
    """Shown without a network in place of every page that is not on the device. Lists those that are."""
    return render(request, TEMPLATE)


@require_safe
def web_app(request: HttpRequest) -> HttpResponse:
    """The manifest with which Codeyard is put on the home screen."""
    school = getattr(request, "tenant", None)
    icons = [{"src": static("design/mark.svg"), "sizes": "any", "type": "image/svg+xml"}]
    for side in (192, 512):
        about = {"src": static(f"design/icon-{side}.png"), "sizes": f"{side}x{side}", "type": "image/png"}
        icons += [about, {**about, "purpose": "maskable"}]
    manifest = {
        "id": "/",
        "name": f"{school.name} · Codeyard" if school else "Codeyard",
        "short_name": "Codeyard",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": THEME,
        "background_color": BACKGROUND,
        "icons": icons,
    }
    response = JsonResponse(manifest, content_type="application/manifest+json")
    response["Cache-Control"] = "no-cache"
    return response
