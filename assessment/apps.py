"""The assessment app: what is set, handed in, run again, marked and released."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "assessment"
    verbose_name = "Assignments"

    def ready(self) -> None:
        from assessment import admin  # noqa: F401
