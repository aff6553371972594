"""Everything that changes people and classes. Nothing else saves."""

from accounts.services.classrooms import (
    add_classroom,
    add_teacher,
    enrol,
    enrol_all,
    leave_classroom,
    move_students,
    rename_classroom,
    renew_join_code,
    set_archived,
    set_joining,
    set_teachers,
    take_out,
)
from accounts.services.joining import join_classroom
from accounts.services.passwords import (
    give_password_code,
    give_password_codes,
    set_own_password,
    unlock,
)
from accounts.services.people import add_person, change_role
from accounts.services.roster import add_from_roster

__all__ = [
    "add_classroom",
    "add_from_roster",
    "add_person",
    "add_teacher",
    "change_role",
    "enrol",
    "enrol_all",
    "give_password_code",
    "give_password_codes",
    "join_classroom",
    "leave_classroom",
    "move_students",
    "rename_classroom",
    "renew_join_code",
    "set_archived",
    "set_joining",
    "set_own_password",
    "set_teachers",
    "take_out",
    "unlock",
]
