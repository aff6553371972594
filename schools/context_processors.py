"""What every template may name."""

from django.conf import settings
from django.http import HttpRequest

from schools.tenancy import is_public


def school(request: HttpRequest) -> dict[str, object]:
    """`school`: the School of this request, None on the public site; `mode`: development, production or test;
    `keeps_pages`: whether devices may keep pages for times without a network."""
    tenant = getattr(request, "tenant", None)
    return {
        "school": tenant if not is_public() else None,
        "mode": settings.MODE,
        "keeps_pages": settings.OFFLINE,
    }
