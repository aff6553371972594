"""Marking, and showing students what was marked."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from assessment.enums import Outcome, Progress
from assessment.errors import ChangedMeanwhileError, MarkingError, NotDecidedError, NotLatestError
from assessment.models import LineComment, Marking, Release
from assessment.services.comments import add_comment, change_comment, delete_comment, keep_comment
from assessment.services.marking import excuse, release, release_all, save_marking
from tests import factories
from tests.assessment.hand_ins import handed_in
from tests.assessment.runs import run, started

D = Decimal
STYLE = "“Style” is a number from 0 to 5, with two decimal places at most."
MARK = "A mark is a number from 0 to 99999.99, with two decimal places at most."


@pytest.fixture
def assignment(teacher, classroom, exercise):
    """The exercise for 10 points, and a rubric of one line for 5."""
    made = factories.assignment(teacher, classroom, exercises=[exercise])
    made.criteria.create(
        title="Style",
        points=5,
        levels=[{"points": 5, "text": "Clear"}, {"points": 2, "text": "Hard to read"}],
    )
    return made


@pytest.fixture
def attempt(ada, exercise):
    return factories.attempt(factories.work(exercise, ada), text="a = 1\nprint(a)\n", two="passed")


@pytest.fixture
def hand_in(assignment, ada, attempt):
    return handed_in(assignment, ada, attempt)


@pytest.fixture
def style(assignment):
    return assignment.criteria.get()


def saved(hand_in, teacher, revision=0, **more):
    return save_marking(hand_in=hand_in, by=teacher, revision=revision, **more)


def test_a_marking_is_checks_and_rubric_less_what_lateness_costs(assignment, ada, attempt, teacher, style):
    hand_in = handed_in(assignment, ada, attempt, penalty=10)

    marking = saved(hand_in, teacher, feedback="Well done.", points={style.pk: D("4.5")})

    assert (marking.points, marking.of) == (D("13.05"), D("15.00"))
    assert (marking.feedback, marking.revision, marking.by) == ("Well done.", 1, teacher)


def test_points_that_are_left_out_are_taken_back(hand_in, teacher, style):
    saved(hand_in, teacher, points={style.pk: D(5)})

    marking = saved(hand_in, teacher, 1)

    assert marking.points == D(10)
    assert not marking.criterion_marks.exists()


def test_an_override_replaces_the_sum(hand_in, teacher, style):
    assert saved(hand_in, teacher, override=D("7.25"), points={style.pk: D(5)}).points == D("7.25")


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        ({"points": {0: D(1)}}, "The rubric was changed meanwhile. Reload the page."),
        ({"points": "6"}, STYLE),
        ({"points": "-0.5"}, STYLE),
        ({"points": "1.234"}, STYLE),
        ({"points": "NaN"}, STYLE),
        ({"override": D("-1")}, MARK),
        ({"override": D("1e6")}, MARK),
        ({"override": D("Infinity")}, MARK),
        ({"feedback": "x" * 20_001}, "The feedback is too long: it may have 20,000 characters."),
        (
            {"outcome": "returned", "redo_due_at": timezone.now() - timedelta(days=1)},
            "The new due time must be still to come, and within five years.",
        ),
    ],
)
def test_what_cannot_be_noted_changes_nothing(hand_in, teacher, style, notes, sentence):
    if isinstance(notes.get("points"), str):
        notes = {"points": {style.pk: D(notes["points"])}}

    with pytest.raises(MarkingError) as error:
        saved(hand_in, teacher, **notes)

    assert str(error.value) == sentence
    assert not Marking.objects.filter(revision__gt=0).exists()


def test_a_co_teacher_does_not_overwrite_what_she_has_not_seen(hand_in, teacher, classroom):
    other = factories.teacher("joan")
    classroom.teachers.add(other)
    saved(hand_in, teacher, feedback="Hers")

    with pytest.raises(ChangedMeanwhileError):
        saved(hand_in, other, 0, feedback="Mine")

    assert saved(hand_in, other, 1, feedback="Both").feedback == "Both"


def test_a_hand_in_that_no_longer_counts_is_not_marked(assignment, ada, attempt, hand_in, teacher):
    marking = saved(hand_in, teacher, outcome="complete")
    handed_in(assignment, ada, attempt)

    for act in (
        lambda: saved(hand_in, teacher, 1),
        lambda: release(marking=marking, by=teacher),
        lambda: add_comment(handed_in=hand_in.items.get(), by=teacher, path="main.py", line=1, text="Why?"),
    ):
        with pytest.raises(NotLatestError):
            act()


def test_a_release_holds_everything_and_moves_the_submission(hand_in, teacher, style, assignment):
    item = assignment.items.get()
    add_comment(handed_in=hand_in.items.get(), by=teacher, path="main.py", line=2, text="Say more.")
    due = timezone.now() + timedelta(days=3)
    marking = saved(
        hand_in, teacher, outcome="returned", redo_due_at=due, feedback="Try again.", points={style.pk: D(2)}
    )

    made = release(marking=marking, by=teacher)

    submission = hand_in.submission
    submission.refresh_from_db()
    assert (submission.state, submission.redo_due_at) == (Progress.RETURNED, due)
    last = submission.events.last()
    assert (last.state, last.by, last.note) == ("returned", teacher, "Marked: 12 of 15")
    assert (made.points, made.of, made.outcome) == (D(12), D(15), Outcome.RETURNED)
    assert made.content == {
        "items": [
            {
                "item": item.pk, "title": "Double", "points": "10.00", "of": "10", "passed": 1, "checks": 1,
                "trust": "reported",
            }
        ],
        "rubric": [
            {"criterion": style.pk, "title": "Style", "points": "2.00", "of": "5", "level": "Hard to read"}
        ],
        "feedback": "Try again.",
        "comments": [{"item": item.pk, "path": "main.py", "line": 2, "text": "Say more.", "by": str(teacher)}],
        "overridden": False,
        "penalty": 0,
    }  # fmt: skip


def test_releasing_again_makes_a_release_only_when_something_has_changed(hand_in, teacher, attempt, exercise):
    marking = saved(hand_in, teacher, outcome="complete")
    first = release(marking=marking, by=teacher)

    assert release(marking=marking, by=teacher) == first
    run(started(teacher, exercise.collection), teacher, {attempt.pk: {"two": "passed", "three": "failed"}})
    second = release(marking=marking, by=teacher)

    assert (first.points, second.points) == (D(10), D(5))
    assert [one.note for one in hand_in.submission.events.all()][-2:] == [
        "Marked: 10 of 15",
        "Marked again: 5 of 15",
    ]
    assert Marking.objects.get().points == D(5)


def test_what_is_not_decided_is_not_released(hand_in, teacher):
    with pytest.raises(NotDecidedError):
        release(marking=saved(hand_in, teacher), by=teacher)

    assert not Release.objects.exists()


def test_releasing_for_a_class_takes_what_is_decided_and_not_out_yet(assignment, ada, ben, attempt, teacher):
    for student in (ada, ben, factories.student()):
        hand_in = handed_in(assignment, student)
        saved(hand_in, teacher, outcome="" if student == ben else "complete")

    def act():
        return release_all(assignment=assignment, students=[ada, ben], by=teacher)

    assert (act(), act()) == (1, 0)
    assert Release.objects.get().hand_in.submission.student == ada


def test_a_group_is_marked_together_unless_said_otherwise(assignment, ada, ben, attempt, teacher, style):
    joint = uuid4()
    first, second = (handed_in(assignment, one, attempt, joint=joint) for one in (ada, ben))

    marking = saved(first, teacher, feedback="Both", outcome="complete", points={style.pk: D(5)})
    saved(second, teacher, 1, feedback="Ben alone", outcome="complete", whole_group=False)
    comment = add_comment(handed_in=first.items.get(), by=teacher, path="main.py", line=1, text="Why?")
    change_comment(comment=comment, by=teacher, text="Why so?")
    release(marking=marking, by=teacher)

    assert {one.feedback for one in Marking.objects.all()} == {"Both", "Ben alone"}
    assert [one.text for one in LineComment.objects.all()] == ["Why so?", "Why so?"]
    assert {one.hand_in for one in Release.objects.all()} == {first, second}
    delete_comment(comment=comment, by=teacher)
    assert not LineComment.objects.exists()


def test_a_group_is_marked_no_further_than_one_teaches(assignment, ada, attempt, teacher):
    stranger = factories.student("zoe")
    joint = uuid4()
    hand_in, hers = (handed_in(assignment, one, attempt, joint=joint) for one in (ada, stranger))

    release(marking=saved(hand_in, teacher, outcome="complete"), by=teacher)

    assert not Marking.objects.filter(hand_in=hers).exists()
    assert Release.objects.get().hand_in == hand_in


@pytest.mark.parametrize(
    ("path", "line", "text", "sentence"),
    [
        ("main.py", 4, "Why?", "This line was not handed in."),
        ("main.py", 0, "Why?", "This line was not handed in."),
        ("other.py", 1, "Why?", "This line was not handed in."),
        ("main.py", 1, "  ", "Write something first."),
        ("main.py", 1, "x" * 2001, "This comment is too long: it may have 2,000 characters."),
    ],
)
def test_comments_stand_on_lines_that_were_handed_in(hand_in, teacher, path, line, text, sentence):
    with pytest.raises(MarkingError) as error:
        add_comment(handed_in=hand_in.items.get(), by=teacher, path=path, line=line, text=text)

    assert str(error.value) == sentence
    assert not LineComment.objects.exists()


def test_a_comment_on_the_empty_last_line_is_taken(hand_in, teacher):
    made = add_comment(handed_in=hand_in.items.get(), by=teacher, path="main.py", line=3, text=" Why? ")

    assert (made.text, made.author) == ("Why?", teacher)


def test_a_comment_begins_the_marking_and_leaves_its_first_save_free(hand_in, teacher):
    add_comment(handed_in=hand_in.items.get(), by=teacher, path="main.py", line=1, text="Why?")

    assert (Marking.objects.get().points, Marking.objects.get().of) == (D(10), D(15))
    assert saved(hand_in, teacher, 0, feedback="Fine").revision == 1


def test_a_comment_is_kept_once(teacher):
    assert keep_comment(owner=teacher, text="Name it. ") == keep_comment(owner=teacher, text="Name it.")
    with pytest.raises(MarkingError):
        keep_comment(owner=teacher, text="𝛑" * 501)
    assert keep_comment(owner=teacher, text="".join(chr(0x10000 + n) for n in range(500)))


def test_being_excused_is_dated_once(hand_in, teacher):
    for excused in (True, True, False):
        excuse(submission=hand_in.submission, by=teacher, excused=excused)

    notes = [one.note for one in hand_in.submission.events.all()]
    assert notes[-2:] == ["Excused", "No longer excused"]
