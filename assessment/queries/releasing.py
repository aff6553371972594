"""What releasing and collecting for a whole class would do."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from assessment.enums import Outcome, Progress
from assessment.models import Assignment, Submission
from assessment.queries.counting import latest_hand_ins
from assessment.queries.marking import contents, is_released_as_it_is, latest_releases


@dataclass(frozen=True, slots=True)
class Releasing:
    """Students by what Release would do for them: shown now, shown already, not decided, nothing handed in."""

    ready: list[User]
    released: list[User]
    undecided: list[User]
    without: list[User]


def releasing(assignment: Assignment, students: Iterable[User]) -> Releasing:
    """Each in the order of `students`, in a fixed number of queries."""
    students = list(students)
    chosen = User.objects.filter(pk__in=[one.pk for one in students])
    hand_ins = {one.submission.student_id: one for one in latest_hand_ins(assignment, chosen)}
    held, seen = contents(hand_ins.values()), latest_releases(hand_ins.values())
    found = Releasing([], [], [], [])
    for student in students:
        hand_in = hand_ins.get(student.pk)
        marking = getattr(hand_in, "marking", None)
        if hand_in is None:
            found.without.append(student)
        elif marking is None or marking.outcome == Outcome.UNDECIDED:
            found.undecided.append(student)
        elif is_released_as_it_is(marking, *held[hand_in.pk], seen.get(hand_in.pk)):
            found.released.append(student)
        else:
            found.ready.append(student)
    return found


def collectable(assignment: Assignment, students: Iterable[User]) -> list[Submission]:
    """Of those who have begun and never handed in, by name; who is excused stays out."""
    found = Submission.objects.filter(
        assignment=assignment,
        state=Progress.IN_PROGRESS,
        excused=False,
        student__in=[one.pk for one in students],
    ).select_related("student", "assignment")
    return list(found.order_by("student__display_name", "student__username"))
