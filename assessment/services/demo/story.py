"""What the demo class was set in its first weeks, and what came of it: all states that there are, for a first look."""

from django.db import transaction

from accounts.models import Classroom, User
from assessment.demo_content import CLASSES, FUNCTIONS, NUMBERS, PRICES, QUIZ
from assessment.enums import Outcome
from assessment.models import Assignment
from assessment.services.demo.lesson import Lesson, draft
from exercises.demo_content import demo_exercises
from exercises.document import digest
from exercises.models import Exercise, Work
from projects.services.demo import ASSIGNED_CLASS, CLASSMATES

TRY_AGAIN = "The frame is right. In the second program one thing is missing: see my comments, then try again."
WORDS = ("Well done.", "Right. Names that say more would help whoever reads this.", "")
EXERCISES = {place for one in (NUMBERS, FUNCTIONS, PRICES, CLASSES) for place in one.exercises}
OTHERS = [username for username, _ in CLASSMATES]  # student3 to student12


@transaction.atomic
def fill_demo_assignments() -> None:
    """Make them once, in a school that has the demo class and in which nobody has begun what it is about."""
    classroom = Classroom.objects.filter(name=ASSIGNED_CLASS, archived=False).first()
    if classroom is None or Assignment.objects.exists() or not (_is_complete(classroom) and _is_untouched()):
        return
    teacher = classroom.teachers.all()[0]
    _numbers(teacher, classroom)
    _functions(teacher, classroom)
    _prices(teacher, classroom)
    _quiz(teacher, classroom)
    draft(CLASSES, teacher, classroom, due_in=21)


def _is_complete(classroom: Classroom) -> bool:
    """Whether the demo students are in it and a teacher has it."""
    students = {"student", "student2", *OTHERS}
    present = set(classroom.students.filter(username__in=students).values_list("username", flat=True))
    return present == students and classroom.teachers.exists()


def _is_untouched() -> bool:
    """Whether the exercises are published as they come with the program, and nobody's own work is on them."""
    wanted = {
        place: digest(demo.document)
        for demo in demo_exercises()
        if (place := f"{demo.collection}/{demo.slug}") in EXERCISES
    }
    rows = Exercise.objects.filter(published__isnull=False).select_related("collection", "published")
    here = {f"{one.collection.slug}/{one.slug}": one for one in rows if one.collection}
    found = {place: one for place, one in here.items() if place in EXERCISES}
    published = {place: one.open_version.document_sha256 for place, one in found.items()}
    return published == wanted and not Work.objects.filter(exercise__in=found.values()).exists()


def _numbers(teacher: User, classroom: Classroom) -> None:
    """Three weeks ago: all is marked and given back, once after another try."""
    lesson = Lesson(NUMBERS, teacher, classroom, due_in=5)
    one_short = OTHERS[4]
    programs = {
        "student": ("step_by_step", "counting"),
        "student2": ("one_line", "while_loop"),
        OTHERS[0]: ("step_by_step", "while_loop"),
        OTHERS[1]: ("one_line", "counting"),
        OTHERS[2]: ("whole_numbers", "counting"),
        OTHERS[3]: ("step_by_step", "counting"),
        one_short: ("step_by_step", "stops_at_nine"),
        OTHERS[5]: ("one_line", "while_loop"),
    }
    for username, names in programs.items():
        lesson.write(username, *names)
    lesson.wait(days=3)
    lesson.hand_in(*programs)
    lesson.wait(days=3)
    lesson.write(OTHERS[6], "one_line", "stops_at_nine")
    lesson.hand_in(OTHERS[6])
    lesson.write(OTHERS[7], "step_by_step")
    lesson.collect(OTHERS[7])
    lesson.verify()
    for at, username in enumerate([*programs, *OTHERS[6:8]]):
        if username != one_short:
            lesson.mark(username, 2 if at % 3 == 1 else 4, feedback=WORDS[at % len(WORDS)])
    lesson.comment(one_short, 1, 3, "range(1, 10) ends at 9. Which second number gives 10 as well?")
    lesson.mark(
        one_short, 4, feedback="One line is missing. Try again.", outcome=Outcome.RETURNED, again_in=3
    )
    lesson.release()
    lesson.wait(days=2)
    lesson.write(one_short, "step_by_step", "counting")
    lesson.hand_in(one_short)
    lesson.verify()
    lesson.mark(one_short, 4, feedback="Now it is right.")
    lesson.release()
    lesson.wait(days=13)


def _functions(teacher: User, classroom: Classroom) -> None:
    """Last week: given back to most, two are to be marked, one goes on with it."""
    lesson = Lesson(FUNCTIONS, teacher, classroom, due_in=4)
    in_time = ["student", "student2", *OTHERS[:4]]
    lesson.write("student", "with_a_line", "counts_signs")
    for at, username in enumerate(in_time[1:]):
        lesson.write(username, "six_stars" if at == 2 else "with_a_line", "first_or_more")
    lesson.wait(days=3)
    lesson.hand_in(*in_time)
    lesson.wait(days=3)
    lesson.write(OTHERS[5], "with_a_line", "first_or_more")
    lesson.write(OTHERS[6], "six_stars", "counts_signs")
    lesson.hand_in(OTHERS[5], OTHERS[6])
    lesson.verify()
    lesson.comment("student", 1, 4, "A name such as letter says more than x.")
    lesson.comment("student", 1, 5, "This counts every sign, spaces too. isalpha() tells what is a letter.")
    lesson.mark("student", 2, feedback=TRY_AGAIN, outcome=Outcome.RETURNED, again_in=7)
    for at, username in enumerate(in_time[1:]):
        lesson.mark(username, 4 if at % 2 else 2, feedback=WORDS[at % len(WORDS)])
    lesson.release()
    lesson.write(OTHERS[7], "six_stars", checked=False)
    lesson.wait(days=2)


def _prices(teacher: User, classroom: Classroom) -> None:
    """This week: some have handed in, most are at work."""
    lesson = Lesson(PRICES, teacher, classroom, due_in=6)
    early = OTHERS[:3]
    for username in early[:2]:
        lesson.write(username, "all_by_hand", "with_sum", "until_it_fits")
    lesson.write(early[2], "all_by_hand", "only_the_total", "stops_at_words")
    lesson.wait(days=2)
    lesson.hand_in(*early)
    lesson.verify()
    for username in OTHERS[3:6]:
        lesson.write(username, "all_by_hand")
    for username in ("student", OTHERS[6]):
        lesson.write(username, "crashes_when_empty")
    lesson.open("student2")
    lesson.wait(days=1)


def _quiz(teacher: User, classroom: Classroom) -> None:
    """For the next two weeks: three have looked at it."""
    lesson = Lesson(QUIZ, teacher, classroom, due_in=14)
    for username in OTHERS[:3]:
        lesson.open(username)
    lesson.wait(days=1)
