"""The assessment app: what teachers find when they run students' attempts again."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "assessment"
    verbose_name = "Progress and verdicts"
