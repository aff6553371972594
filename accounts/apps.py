"""The accounts app: people, roles and classes inside one school; signing in."""

from django.apps import AppConfig
from django.contrib.admin.apps import SimpleAdminConfig


class AccountsConfig(AppConfig):
    default = True  # this file holds a second configuration, for Django's admin
    name = "accounts"
    verbose_name = "People and classes"

    def ready(self) -> None:
        from accounts import admin  # noqa: F401


class BackOfficeConfig(SimpleAdminConfig):
    """Django's admin with our site; each of our apps registers what staff need, and no other app does."""

    default_site = "accounts.admin.site.BackOffice"
