"""The form of an assignment: what is wrong is said beside it, and nothing that was typed is lost."""

import re

import pytest

from assessment.forms.levels import read_levels, write_levels
from assessment.models import Assignment
from tests import factories
from tests.accounts.back_office import text
from tests.assessment.office import ASSIGNMENTS, filled, page_of

ADD = f"{ASSIGNMENTS}add/"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 }}'

# What is typed, and what is said of it.
WRONG = [
    ({"title": " "}, "Give it a title."),
    ({"due_at": "soon"}, "Give a day and a time, as 2026-09-01 17:00."),
    ({"due_at": "0001-01-01T00:00"}, "Give a year from 2000 to 2100."),
    ({"due_at": "9999-12-31T23:59"}, "Give a year from 2000 to 2100."),
    ({"opens_at": "2027-03-05T10:00", "due_at": "2027-03-05T09:00"}, "This is before it opens, 5 March"),
    ({"due_at": "2027-03-05T10:00", "closes_at": "2027-03-05T09:00"}, "This is before it is due, 5 March"),
    ({"opens_at": "2027-03-05T10:00", "closes_at": "2027-03-05T09:00"}, "This is before it opens, 5 March"),
    ({"late_policy": "percent", "late_percent": "101"}, "Give a number from 1 to 100."),
    ({"late_policy": "percent", "late_percent": "many"}, "Give a number from 1 to 100."),
    ({"late_policy": "percent", "late_percent": ""}, "Give a number from 1 to 100."),
    ({"line": ["n1"], "line-levels-n1": "2 Good"}, "Say what is looked at."),
    ({"line": ["n1"], "line-title-n1": "A", "line-points-n1": "0"}, "Give a whole number from 1 to 1000."),
    (
        {"line": ["n1"], "line-title-n1": "A", "line-points-n1": "2", "line-levels-n1": "3 Good"},
        "3 points are more than the 2 that this line can give.",
    ),
    (
        {"line": ["n1"], "line-title-n1": "A", "line-points-n1": "2", "line-levels-n1": "2 Good\nbad"},
        "Line 2, “bad”: begin with the points, as in 2 Names say what they hold.",
    ),
    ({"line": ["n1"], "line-title-n1": "A\0", "line-points-n1": "2"}, "Null characters are not allowed."),
]  # fmt: skip
NO_POINTS = ("", "-1", "1001", "ten", "1.5", "9" * 400)


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


@pytest.fixture
def three(teacher, collection):
    made = [factories.exercise(teacher, collection, title=title) for title in ("One", "Two", "Three")]
    for one in made:
        factories.published(one)
    return made


def order(page):
    """The keys of the chosen items, as the page lists them."""
    listed = page.split('data-rows="items"')[1].split("</ol>")[0]
    return re.findall(r'name="item" value="(\w+)"', listed)


def test_what_is_wrong_is_said_and_nothing_is_stored(office, three):
    for changes, sentence in WRONG:
        typed = {"text": "Read *this*.", "category": "Homework", "exercise": [three[1].pk], **changes}

        page = text(office.post(ADD, filled(**typed)))

        assert sentence in page, changes
        assert "Nothing was saved yet." in page
        assert "Read *this*." in page
        assert 'value="Homework"' in page
        assert order(page) == [f"e{three[1].pk}"]
    assert not Assignment.objects.exists()


def test_points_of_an_item_are_whole_numbers(office, three):
    for points in NO_POINTS:
        sent = filled(exercise=[three[0].pk], **{f"points-e{three[0].pk}": points})

        assert "Give a whole number from 0 to 1000." in text(office.post(ADD, sent)), points
    assert not Assignment.objects.exists()


def test_buttons_order_add_and_remove_without_saving(office, three, collection):
    keys = [f"e{one.pk}" for one in three]
    some = {"exercise": [three[0].pk, three[2].pk], "item": [keys[2], keys[0]], "title": "Kept"}

    def pressed(do, **changes):
        page = text(office.post(ADD, filled(**{**some, **changes, "do": do})))
        assert 'value="Kept"' in page
        return order(page)

    assert pressed(f"up:{keys[0]}") == [keys[0], keys[2]]
    assert pressed(f"up:{keys[2]}") == [keys[2], keys[0]]
    assert pressed(f"down:{keys[2]}") == [keys[0], keys[2]]
    assert pressed(f"remove:{keys[2]}") == [keys[0]]
    assert pressed(f"collection:{collection.pk}") == [keys[2], keys[0], keys[1]]
    assert pressed("up:e0") == pressed("nonsense") == [keys[2], keys[0]]
    assert not Assignment.objects.exists()


def test_a_button_judges_nothing(office, three):
    page = text(office.post(ADD, filled(title="", due_at="soon", do="line")))

    assert "Give it a title." not in page
    assert 'value="soon"' in page
    assert 'name="line-title-n1"' in page


def test_lines_of_the_rubric_are_moved_removed_and_numbered(office):
    typed = {"line": ["n1", "n3"], "line-title-n1": "First", "line-title-n3": "Second"}

    def lines(do):
        page = text(office.post(ADD, filled(**typed, do=do)))
        listed = page.split('data-rows="lines"')[1].split("</ol>")[0]
        return re.findall(r'name="line" value="(\w+)"', listed)

    assert lines("line") == ["n1", "n3", "n2"]
    assert lines("line-down:n1") == ["n3", "n1"]
    assert lines("line-remove:n1") == ["n3"]


def test_a_percent_that_is_not_shown_is_not_judged(office):
    office.post(ADD, filled(late_policy="marked", late_percent="many"))

    assert Assignment.objects.get().late_percent == 10


def test_an_exercise_that_is_gone_is_told_and_not_dropped_in_silence(office, three):
    three[0].archived = True
    three[0].save()

    page = text(office.post(ADD, filled(exercise=[three[0].pk, three[1].pk])))

    assert "Something that you had chosen is no longer there." in page
    assert order(page) == [f"e{three[1].pk}"]
    assert not Assignment.objects.exists()


def test_the_class_of_the_filtered_list_is_ticked(office, teacher, classroom):
    factories.classroom(teacher, name="Another")

    page = text(office.get(ADD, {"_changelist_filters": f"class={classroom.pk}&state=open"}))

    ticked = re.findall(r'<input[^>]*name="classrooms"[^>]*checked[^>]*>\s*([^<]*)', page)
    assert [name.strip() for name in ticked] == ["Computing 9C"]


def test_empty_new_lines_do_not_count(office):
    office.post(ADD, filled(line=["n1", "n2"], **{"line-title-n2": "Names", "line-points-n2": "3"}))

    assert [str(line) for line in Assignment.objects.get().criteria.all()] == ["Names"]


def test_a_second_tab_does_not_overwrite_unseen(office, teacher):
    made = factories.assignment(teacher, title="As it was", published_at=None)
    line = made.criteria.create(title="Names")
    typed = {f"line-title-c{line.pk}": "Names that say more", f"line-points-c{line.pk}": "4"}
    sent = filled(made, title="Mine", line=[f"c{line.pk}"], **typed)
    line.delete()
    made.title = "Theirs"
    made.save()

    page = text(office.post(page_of(made), sent))
    made.refresh_from_db()

    assert "was saved by somebody else, or in another tab" in page
    assert 'value="Mine"' in page
    assert made.title == "Theirs"
    office.post(page_of(made), {**sent, "seen": re.findall(r'name="seen" value="([^"]*)"', page)[0]})
    made.refresh_from_db()
    assert made.title == "Mine"
    assert made.criteria.get().title == "Names that say more"


def test_hostile_text_is_shown_as_text(office, teacher, classroom, collection):
    classroom.name, collection.title = f"9C {HOSTILE}"[:100], f"All {HOSTILE}"[:120]
    classroom.save()
    collection.save()
    exercise = factories.exercise(teacher, collection, title=HOSTILE)
    factories.published(exercise)
    project = factories.project(teacher, HOSTILE)
    office.post(
        ADD,
        filled(
            title=HOSTILE,
            text=f"{HOSTILE} [x](javascript:alert(3))",
            category=HOSTILE[:60],
            classrooms=[classroom.pk],
            exercise=[exercise.pk],
            item=[f"p{project.pk}"],
            line=["n1"],
            **{
                f"title-p{project.pk}": HOSTILE,
                "line-title-n1": HOSTILE,
                "line-points-n1": "2",
                "line-levels-n1": f"1 {HOSTILE}",
            },
        ),
    )
    made = Assignment.objects.get()

    for name in ("change", "publish", "duplicate", "archive", "extensions", "groups", "withdraw"):
        page = text(office.get(page_of(made, name)))
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript:' not in page
    assert "<script>alert" not in text(office.get(ASSIGNMENTS))


def test_levels_are_read_best_first_and_each_bad_line_is_named():
    levels, problems = read_levels("0 none\n\n2: all do\n1,5 – most do\nwell\n2 twice\n" + "1 " + "x" * 201)

    assert write_levels(levels) == "2 all do\n1.5 most do\n0 none"
    assert [problem.split(":")[0] for problem in problems] == ["Line 5, “well”", "Line 6", "Line 7"]
    assert read_levels(write_levels(levels)) == (levels, [])
