"""What the page that everybody lands on shows of projects; the app that serves it adds its own."""

from accounts.models import User
from projects.queries import classes_overview, projects_of, recent_work_of_students

PROJECTS_SHOWN = 6
WORK_SHOWN = 10


def home_context(person: User) -> dict[str, object]:
    """One's own work; for staff their classes and what their students did last."""
    context: dict[str, object] = {"projects": projects_of(person)[:PROJECTS_SHOWN]}
    if person.is_staff:
        context["classrooms"] = classes_overview(person)
        context["recent_work"] = recent_work_of_students(person)[:WORK_SHOWN]
    return context
