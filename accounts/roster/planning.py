"""What would happen to each line of a list, before anything does."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from accounts.enums import Column, Outcome, Role
from accounts.models import Classroom, User
from accounts.names import LONGEST_USERNAME, normalise_username, validate_username
from accounts.queries import students_ever_taught_by
from accounts.roster.limits import RosterError
from accounts.roster.table import Row
from accounts.roster.usernames import UsernameMaker

LONGEST_NAME = 100
NO_NAME = "There is no name in this line."
LONG_NAME = f"This name is longer than {LONGEST_NAME} characters."
LONG_USERNAME = f"This user name is longer than {LONGEST_USERNAME} characters."
BAD_USERNAME = "A user name has only letters, digits and . @ + - _"
SOMEBODY_ELSE = (
    "Somebody whom you do not teach has the user name {}. If it is the same person, let her join with the code of the "
    "class; otherwise leave the user name out."
)
SAME_NAME = "A student of yours, {}, has this name. If it is she, add her user name to the line."
REPEATED = "This name stands in the list more than once."
DIGIT = "There is a digit in this name. Is it a person?"
GONE = "This account is closed: she cannot sign in."
STAFF_NAME = "{} is the user name of somebody who is no student."
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@dataclass(frozen=True)
class Line:
    """A line of the list and what would become of it. `student` is who is here already, for ENROL and HERE."""

    number: int
    cells: tuple[str, ...]
    outcome: Outcome
    name: str = ""
    username: str = ""
    note: str = ""
    student: User | None = None


@dataclass(frozen=True)
class Plan:
    """All lines of a list."""

    lines: list[Line]

    def having(self, outcome: Outcome) -> list[Line]:
        """The lines with this outcome."""
        return [line for line in self.lines if line.outcome == outcome]

    @property
    def new(self) -> list[Line]:
        return self.having(Outcome.NEW)

    @property
    def enrolled(self) -> list[Line]:
        return self.having(Outcome.ENROL)

    @property
    def here(self) -> list[Line]:
        return self.having(Outcome.HERE)

    @property
    def problems(self) -> list[Line]:
        return self.having(Outcome.PROBLEM)


@dataclass(frozen=True)
class _Person:
    """A line as it was read: parts of a name and, perhaps, a user name."""

    row: Row
    first: str
    last: str
    username: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}".strip()


def plan_roster(*, asker: User, classroom: Classroom, rows: Sequence[Row], columns: Sequence[Column]) -> Plan:
    """What would happen to each row, in a fixed number of queries. Raises RosterError for columns that contradict.

    A student of the school is found by her user name alone, and only where `asker` teaches or manages her: typing a
    name must not open anybody's work. In the class itself, the same name is the same student, so that a list can be
    given twice.
    """
    _check_columns(columns)
    people = [_read(row, columns) for row in rows]
    return _Planner(asker, classroom, people).plan()


class _Planner:
    """What is known of the school while the lines are gone through, in their order."""

    def __init__(self, asker: User, classroom: Classroom, people: list[_Person]) -> None:
        self.asker, self.people = asker, people
        given = {one.username for one in people if one.username}
        self.taken = dict(User.objects.values_list("username", "role"))
        allowed = students_ever_taught_by(asker)
        self.by_username = {one.username: one for one in allowed.filter(username__in=given)}
        members = list(classroom.students.only("username", "display_name", "is_active"))
        self.member_ids = {one.pk for one in members}
        self.members: dict[str, list[User]] = {}
        for one in members:
            self.members.setdefault(_key(one.display_name or one.username), []).append(one)
        names = {one.name for one in people if not one.username}
        same = allowed.filter(display_name__in=names).exclude(pk__in=self.member_ids)
        self.same_name = {_key(one.display_name): one.username for one in same}
        self.maker = UsernameMaker(set(self.taken) | given)
        self.seen: dict[str, int] = {}

    def plan(self) -> Plan:
        for one in self.people:  # a student who is named by her user name is not matched by name as well
            known = self.by_username.get(one.username)
            if known is not None and known.pk in self.member_ids:
                same = self.members.get(_key(known.display_name or known.username), [])
                if known in same:
                    same.remove(known)
        repeated = Counter(_key(one.name) for one in self.people)
        return Plan([self._line(one, repeated[_key(one.name)] > 1) for one in self.people])

    def _line(self, one: _Person, repeated: bool) -> Line:
        fault = one.row.fault or _fault(one)
        if fault:
            return self._problem(one, fault)
        if not one.username:
            return self._by_name(one, repeated)
        if one.username in self.seen:
            return self._problem(one, f"Line {self.seen[one.username]} has the same user name.")
        self.seen[one.username] = one.row.number
        return self._by_username(one)

    def _by_username(self, one: _Person) -> Line:
        if one.username not in self.taken:
            return Line(one.row.number, one.row.cells, Outcome.NEW, one.name, one.username)
        known = self.by_username.get(one.username)
        if known is None:
            is_staff = self.asker.is_administrator and self.taken[one.username] != Role.STUDENT
            return self._problem(one, (STAFF_NAME if is_staff else SOMEBODY_ELSE).format(one.username))
        return self._known(one, known)

    def _by_name(self, one: _Person, repeated: bool) -> Line:
        key = _key(one.name)
        if self.members.get(key):
            return self._known(one, self.members[key].pop())
        notes = [REPEATED] if repeated else []
        if any(letter.isdigit() for letter in one.name):
            notes.append(DIGIT)
        if key in self.same_name:
            notes.append(SAME_NAME.format(self.same_name[key]))
        username = self.maker.make(one.first, one.last)
        return Line(one.row.number, one.row.cells, Outcome.NEW, one.name, username, " ".join(notes))

    def _known(self, one: _Person, known: User) -> Line:
        outcome = Outcome.HERE if known.pk in self.member_ids else Outcome.ENROL
        note = "" if known.is_active else GONE
        return Line(one.row.number, one.row.cells, outcome, str(known), known.username, note, known)

    def _problem(self, one: _Person, sentence: str) -> Line:
        return Line(one.row.number, one.row.cells, Outcome.PROBLEM, one.name, one.username, sentence)


def _check_columns(columns: Sequence[Column]) -> None:
    for kind in (Column.NAME, Column.FIRST, Column.LAST, Column.USERNAME):
        if list(columns).count(kind) > 1:
            raise RosterError(f"Two columns are called “{kind.label}”. Leave one of them out.")
    if Column.NAME in columns and (Column.FIRST in columns or Column.LAST in columns):
        raise RosterError("Choose either “Name”, or “First name” and “Last name”.")
    if all(kind == Column.LEAVE_OUT for kind in columns):
        raise RosterError("Say which column holds the names.")


def _read(row: Row, columns: Sequence[Column]) -> _Person:
    cells = dict(zip(columns, row.cells, strict=False))
    username = normalise_username(cells.get(Column.USERNAME, ""))
    if Column.NAME in columns:
        first, last = _split(cells.get(Column.NAME, ""))
    else:
        first, last = cells.get(Column.FIRST, ""), cells.get(Column.LAST, "")
    return _Person(row, first, last, username)


def _split(name: str) -> tuple[str, str]:
    """First and last name of `Ada Lovelace` or `Lovelace, Ada`."""
    last, comma, first = name.partition(",")
    if (
        comma
        and first.strip()
        and last.strip()
        and "," not in first
        and first.strip(" .").lower() not in _SUFFIXES
    ):
        return first.strip(), last.strip()
    first, _, last = name.rpartition(" ")
    return (first, last) if first else (name, "")


def _fault(one: _Person) -> str:
    if not one.name and not one.username:
        return NO_NAME
    if len(one.name) > LONGEST_NAME:
        return LONG_NAME
    if len(one.username) > LONGEST_USERNAME:
        return LONG_USERNAME
    if not one.username:
        return "" if any(letter.isalnum() for letter in one.name) else NO_NAME
    try:
        validate_username(one.username)
    except ValidationError:
        return BAD_USERNAME
    return ""


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
