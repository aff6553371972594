"""The projects app: a person's files and their saved versions."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "projects"

    def ready(self) -> None:
        from projects import admin  # noqa: F401
