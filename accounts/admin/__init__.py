"""The back office: what teachers and administrators manage."""

from accounts.admin import classrooms, people

__all__ = ["classrooms", "people"]
