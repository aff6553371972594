"""The back office of assessment."""

from assessment.admin import assignments, submissions

__all__ = ["assignments", "submissions"]
