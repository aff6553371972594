"""The back office of assignments, as a browser sees it."""

from typing import Any

from assessment.models import Assignment

ASSIGNMENTS = "/admin/assessment/assignment/"


def page_of(assignment: Assignment, name: str = "change") -> str:
    """The address of one of its pages."""
    return f"{ASSIGNMENTS}{assignment.pk}/{name}/"


def filled(assignment: Assignment | None = None, **changes: Any) -> dict[str, Any]:
    """What a browser sends of the form; nothing is chosen unless given."""
    return {
        "title": "Loops",
        "late_policy": "marked",
        "late_percent": "10",
        "counts": "on",
        "seen": assignment.changed_at.isoformat() if assignment else "",
        "do": "save",
        **changes,
    }
