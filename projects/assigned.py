"""The assignment that a project is work for, for the pages of students.

Assignments belong to `assessment`, which imports this app and not the other way round. So the settings name the
function that knows them (`ASSIGNED_TO`), and pages ask here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import User
from projects.enums import Purpose
from projects.models import Project


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a project is work for. `url` is where one works on it; `is_over`: it is complete, or takes nothing more."""

    title: str
    url: str
    is_over: bool

    @property
    def holds_solution(self) -> bool:
        """Whether the solution of an exercise waits: what is handed in is to be one's own."""
        return not self.is_over


def assigned_to(person: User, project: Project) -> Assigned | None:
    """The assignment of one's own project; one that is not over, where there are several."""
    if project.purpose == Purpose.OWN or project.owner_id != person.pk:
        return None
    found = cast(Callable[[User, Project], Assigned | None], import_string(settings.ASSIGNED_TO))
    return found(person, project)
