"""People of one school and the classes that they are in."""

from accounts.models.classroom import Classroom, Enrolment
from accounts.models.user import User

__all__ = ["Classroom", "Enrolment", "User"]
