"""The packages of a project: looking up what its requirements.txt asks for, and seeing that they are on this server."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from accounts.models import User
from accounts.requests import SignedInRequest
from projects.api.endpoint import endpoint
from projects.api.errors import FORBIDDEN, Refusal
from projects.api.payloads import read_json, text_field
from projects.models import Project, ProjectFile
from projects.permissions import can_change
from projects.queries import projects_visible_to
from projects.requirements import locking
from projects.requirements.errors import BusyError, IndexAwayError, RequirementsError
from projects.requirements.limits import LOOK_UP_WINDOW_SECONDS, LOOK_UPS
from projects.requirements.lock import Lock, read_lock, write_lock
from schools.throttle import count

LOCK_FILE = "requirements.lock"
BUSY = (429, "busy", "The packages of another project are being looked up. This takes a few seconds.")
TOO_OFTEN = (429, "slow-down", "You have looked up packages very often. Wait a few minutes.")
AWAY = (503, "index-away", "The package index does not answer, or too slowly.")
T = TypeVar("T")
log = logging.getLogger(__name__)


def look_up(request: SignedInRequest, project_id: int) -> dict[str, Any]:
    """`{requirements, lock}`, as the page has them, become the new text of the lock. Saves nothing."""
    project = projects_visible_to(request.user).get(pk=project_id)
    if not can_change(request.user, project):
        raise Refusal(*FORBIDDEN)
    payload = read_json(request)
    requirements, earlier = text_field(payload, "requirements"), text_field(payload, "lock")
    lock = _asking(lambda: locking.make_lock(requirements, earlier, before=_counter(request.user)))
    return {"lock": write_lock(lock)}


def see_that_they_are_here(request: SignedInRequest, project_id: int) -> dict[str, Any]:
    """Fetch what the project's own lock names and this server has lost; `{packages}` is how many there are."""
    project = projects_visible_to(request.user).get(pk=project_id)
    lock = _saved_lock(project)
    if lock is None:
        return {"packages": 0}
    _asking(lambda: locking.fetch_missing(lock, before=_counter(request.user)))
    return {"packages": len(lock.wheels) + len(lock.served)}


def _saved_lock(project: Project) -> Lock | None:
    file = ProjectFile.objects.filter(project=project, path=LOCK_FILE, deleted_at__isnull=True).first()
    return read_lock(bytes(file.content).decode(errors="replace")) if file else None


def _counter(person: User) -> Callable[[], None]:
    """Called before the index is asked: what is known already costs nothing and is not counted."""

    def count_look_up() -> None:
        if count(f"look-ups:{person.pk}", LOOK_UP_WINDOW_SECONDS) > LOOK_UPS:
            raise Refusal(*TOO_OFTEN)

    return count_look_up


def _asking(ask: Callable[[], T]) -> T:
    """What `ask` gives, its errors as refusals."""
    try:
        return ask()
    except BusyError:
        raise Refusal(*BUSY) from None
    except RequirementsError as error:
        raise Refusal(400, "requirements", str(error)) from error
    except IndexAwayError as error:
        log.warning("The package index cannot be used: %s", error)
        raise Refusal(*AWAY) from error


packages = endpoint(GET=see_that_they_are_here, POST=look_up)
