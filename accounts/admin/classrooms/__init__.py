"""Classes in the back office: one page that a teacher uses daily, and what leads off from it."""

from accounts.admin.classrooms.classroom import ClassroomAdmin

__all__ = ["ClassroomAdmin"]
