"""Test clients that speak to one host and leave the test in the school where it was."""

from typing import Any

from django.conf import settings
from django.test import Client

from schools.tenancy import tenant_connection


class HostClient(Client):
    """Django's client, at `host`; afterwards the connection looks at the schema it looked at before."""

    def __init__(self, host: str, **defaults: Any) -> None:
        super().__init__(headers={"host": host}, **defaults)
        self.host = host

    def request(self, **request: Any) -> Any:
        before = tenant_connection().tenant
        try:
            return super().request(**request)
        finally:
            tenant_connection().set_tenant(before)


def school_client(slug: str, **defaults: Any) -> HostClient:
    """A client of the school's host."""
    return HostClient(f"{slug}.{settings.BASE_DOMAIN}", **defaults)


def public_client(**defaults: Any) -> HostClient:
    """A client of the public site."""
    return HostClient(settings.BASE_DOMAIN, **defaults)


def run_client(**defaults: Any) -> HostClient:
    """A client of the run origin."""
    return HostClient(settings.RUN_HOST, **defaults)
