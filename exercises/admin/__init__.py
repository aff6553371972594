"""The back office of exercises."""

from exercises.admin import collections, exercises

__all__ = ["collections", "exercises"]
