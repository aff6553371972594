"""The teachers' guide and Check a URL: the same pages on the public site and at every school, for anybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runtime_static import support, vendor
from schools import guide_facts, privacy

# Public collections of data that let programs of other sites read them, and one website that does not.
SAMPLES = (
    "https://api.open-meteo.com/v1/forecast?latitude=52&longitude=0",
    "https://api.github.com/repos/python/cpython",
    "https://pokeapi.co/api/v2/pokemon/ditto",
    "https://www.bbc.co.uk/",
)


@require_safe
def how_it_works(request: HttpRequest) -> HttpResponse:
    """From Run to the console: what happens where, what it needs, and what it cannot do."""
    context = {
        "python": vendor.python_version(),
        "parts": guide_facts.parts(),
        "hosts": guide_facts.hosts(),
        "download": guide_facts.download_megabytes(),
        "unavailable": support.rows("not-available"),
        "installs": settings.PACKAGE_INSTALLS,
        "offline": settings.OFFLINE,
    }
    return _page(request, "how-it-works", context)


@require_safe
def packages(request: HttpRequest) -> HttpResponse:
    """The tables, as they are true on this server."""
    tables = [table for table in support.tables() if table.id != "lessons"]
    sections = [(table.id, table.title) for table in tables]
    return _page(request, "packages", {"tables": tables, "python": vendor.python_version()}, sections)


@require_safe
def lessons(request: HttpRequest) -> HttpResponse:
    """A checklist for planning."""
    return _page(request, "lessons", {"table": support.table("lessons")})


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """How teachers write exercises, and how far verdicts can be trusted."""
    return _page(request, "exercises", {})


@require_safe
def classes(request: HttpRequest) -> HttpResponse:
    """How teachers bring a class in, set work, mark it and give it back."""
    return _page(request, "classes", {})


@require_safe
def cors(request: HttpRequest) -> HttpResponse:
    """Why a program may read some addresses and not others."""
    return _page(request, "cors", {"samples": SAMPLES})


@require_safe
def about_privacy(request: HttpRequest) -> HttpResponse:
    """What is stored, where, and what is not."""
    context = {
        "kinds": privacy.kinds(),
        "offline": settings.OFFLINE,
        "installs": settings.PACKAGE_INSTALLS,
    }
    return _page(request, "privacy", context)


@require_safe
def check_a_url(request: HttpRequest) -> HttpResponse:
    """Whether a program may read an address, tried by the browser from the run origin. The server learns nothing of it.

    This page alone is not isolated: the frame in it could not tell a refusal from silence otherwise.
    """
    data = {
        "frame": f"{settings.RUN_ORIGIN}/frame/open/probe/",
        "ownHosts": guide_facts.own_hosts(),
    }
    response = _page(request, "check-a-url", {"check": data, "samples": SAMPLES})
    response["Cross-Origin-Embedder-Policy"] = "unsafe-none"
    return response


def _page(
    request: HttpRequest, name: str, context: dict[str, object], sections: list[tuple[str, str]] | None = None
) -> HttpResponse:
    """One page of the guide. `sections` are the ids and titles that its contents list."""
    shown = guide_facts.SECTIONS.get(name, []) if sections is None else sections
    template = f"schools/guide/{name.replace('-', '_')}.html"
    examples = guide_facts.EXAMPLES
    return render(request, template, {"page": name, "sections": shown, "examples": examples, **context})
