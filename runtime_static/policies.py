"""What student code may reach.

`open`: any https server that allows it. `closed`: nothing but this server's static files.
"""

from typing import Literal, TypeAlias

from django.conf import settings
from django.urls.converters import StringConverter

from runtime_static import wheels

Policy: TypeAlias = Literal["open", "closed"]

# Nothing of this is of use to a program in a worker, and a frame that asks for it would ask in the school's name.
PERMISSIONS = (
    "cross-origin-isolated=(self), camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), "
    "midi=(), display-capture=(), fullscreen=(), clipboard-read=(), clipboard-write=()"
)


class PolicyConverter(StringConverter):
    """`open` or `closed` in an address."""

    regex = "open|closed"


def content_security_policy(policy: Policy) -> str:
    """The policy of the frame page and of its worker, which takes the policy of its own response.

    Workers may be made only below the policy's own path: a closed program cannot start an open worker. Our modules are
    named beside it because Firefox checks the imports of a worker's modules against `worker-src`; by themselves they
    do nothing.
    """
    origin = settings.RUN_ORIGIN
    own = f"{origin}/frame/{policy}/"
    static = f"{origin}{settings.STATIC_URL} {origin}{settings.VENDOR_URL}"
    connect = (
        "'self' https:" if policy == "open" else f"{origin}/frame/code/ {static} {origin}{wheels.ADDRESS}"
    )
    directives = {
        "default-src": "'none'",
        "script-src": f"{own} {static} 'wasm-unsafe-eval'",
        "worker-src": f"{own} {origin}{settings.STATIC_URL}runtime/",
        "connect-src": connect,
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(settings.APPLICATION_ORIGINS),
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def headers(policy: Policy) -> dict[str, str]:
    """Headers of every answer that the run origin makes itself."""
    return {
        "Content-Security-Policy": content_security_policy(policy),
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Permissions-Policy": PERMISSIONS,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
