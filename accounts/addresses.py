"""From which address a request comes: guesses are counted by it."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of the client, as the outermost proxy of ours (PROXY_COUNT of them) saw it.

    Entries to the left of it in X-Forwarded-For are the client's own words and count for nothing.
    """
    direct = request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104  (a Unix socket has no address)
    if not settings.PROXY_COUNT:
        return direct
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    return hops[-settings.PROXY_COUNT] if len(hops) >= settings.PROXY_COUNT and hops[0] else direct
