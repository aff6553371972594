"""The back office of assessment."""

from assessment.admin import assignments

__all__ = ["assignments"]
