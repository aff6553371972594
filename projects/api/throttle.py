"""A brake for a page that saves without end; a person who types never feels it."""

from accounts.models import User
from projects.api.errors import SLOW_DOWN, Refusal
from projects.limits import SAVES_A_WINDOW, WINDOW_SECONDS
from schools.throttle import count


def count_save(person: User) -> None:
    """Count one change of this person. Raises `Refusal` (429) above the limit."""
    if count(f"saves:{person.pk}", WINDOW_SECONDS) > SAVES_A_WINDOW:
        raise Refusal(*SLOW_DOWN)
