"""Everything that changes people and classes. Nothing else saves."""

from accounts.services.classrooms import add_classroom, enrol
from accounts.services.passwords import give_password_code, set_own_password, unlock
from accounts.services.people import add_person, change_role

__all__ = [
    "add_classroom",
    "add_person",
    "change_role",
    "enrol",
    "give_password_code",
    "set_own_password",
    "unlock",
]
