"""How refusals become `{code, message}`."""

from django.http import HttpResponse

from projects import errors
from projects.models import Project, ProjectFile
from projects.shapes import file_shape
from schools.errors import json_error

SIGNED_OUT = (401, "signed-out", "You are signed out. Sign in again to save.")
OTHER_PERSON = (401, "other-person", "Somebody else has signed in. Open this page again.")
FORBIDDEN = (403, "forbidden", "Only the owner of this project may change it.")
NOT_FOUND = (404, "not-found", "There is nothing at this address, or it is not yours to see.")
SLOW_DOWN = (429, "slow-down", "This is saved too often. Try again in a few seconds.")


class Refusal(Exception):  # noqa: N818  (an answer, not a fault)
    """An answer of the API other than success."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message

    def response(self) -> HttpResponse:
        """The JSON."""
        return json_error(self.status, self.code, self.message)


def invalid(message: str) -> Refusal:
    """400."""
    return Refusal(400, "invalid", message)


def too_large(message: str) -> Refusal:
    """413."""
    return Refusal(413, "too-large", message)


CAUGHT = (Refusal, errors.SaveError, Project.DoesNotExist, ProjectFile.DoesNotExist)


def response_for(error: Exception) -> HttpResponse:
    """The answer for one of `CAUGHT`."""
    match error:
        case Refusal():
            return error.response()
        case errors.StaleError():
            return json_error(409, "stale", str(error), file=file_shape(error.file))
        case errors.NameTakenError():
            return json_error(409, "name-taken", str(error))
        case errors.TooLargeError():
            return json_error(413, "too-large", str(error))
        case errors.SaveError():
            return json_error(400, "invalid", str(error))
    return json_error(*NOT_FOUND)
