"""What counts in a gradebook, its page and its choices."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from assessment.models import CategoryWeight, Gradebook, Marking
from assessment.queries.gradebook import gradebook
from assessment.services.gradebook import set_gradebook
from tests import factories
from tests.assessment.hand_ins import handed_in, released
from tests.assessment.runs import queries_of
from tests.assessment.test_pages import NAME, text

PAST = timezone.now() - timedelta(days=2)
AVERAGE = re.compile(r'<td class="book-average">([^<]*)</td>')


@pytest.fixture
def assign(teacher, classroom, exercise):
    """Make an assignment for the class."""

    def make(title="Loops", **fields):
        return factories.assignment(teacher, classroom, exercises=[exercise], title=title, **fields)

    return make


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


@pytest.fixture
def address(classroom):
    return f"/admin/accounts/classroom/{classroom.pk}/gradebook/"


def counted(teacher, classroom):
    """Percents that count, by student: of each assignment, then over all."""
    book = gradebook(teacher, classroom)
    return {
        line.student.username: [
            *(entry.counted for section in line.sections for entry in section.entries),
            line.overall,
        ]
        for line in book.lines
    }


class TestCounting:
    def test_only_what_was_released_counts(self, teacher, classroom, assign, ada, ben):
        assignment = assign()
        released(handed_in(assignment, ada), "7.5")
        Marking.objects.create(hand_in=handed_in(assignment, ben), points=9, of=10)

        assert counted(teacher, classroom) == {"ada": [75, 75], "ben": [None, None]}

    def test_the_latest_release_counts_until_the_next(self, teacher, classroom, assign, ada):
        assignment = assign()
        released(handed_in(assignment, ada), 4, outcome="returned")
        Marking.objects.create(hand_in=handed_in(assignment, ada), points=9, of=10)

        assert counted(teacher, classroom)["ada"] == [40, 40]

    def test_what_is_missing_is_left_out_unless_it_is_zero(self, teacher, classroom, assign, ada, ben):
        assignment, late = assign(due_at=PAST), assign("Functions", due_at=PAST)
        released(handed_in(assignment, ada), 8)
        handed_in(late, ada)
        released(handed_in(late, ben), 6)

        left_out = counted(teacher, classroom)
        set_gradebook(classroom=classroom, missing_is_zero=True, weights={})

        assert left_out == {"ada": [80, None, 80], "ben": [None, 60, 60]}
        assert counted(teacher, classroom) == {"ada": [80, None, 80], "ben": [0, 60, 30]}

    def test_what_is_not_due_yet_is_not_missing(self, teacher, classroom, assign, ada):
        extended = assign(due_at=PAST)
        extended.extensions.create(student=ada, due_at=timezone.now() + timedelta(days=1))
        assign("Without an end")
        set_gradebook(classroom=classroom, missing_is_zero=True, weights={})

        found = counted(teacher, classroom)

        assert found["ada"] == [None, None, None]
        assert found["ben"] == [0, None, 0]

    def test_what_closed_without_being_due_is_missing(self, teacher, classroom, assign):
        assign(closes_at=PAST)
        set_gradebook(classroom=classroom, missing_is_zero=True, weights={})

        assert counted(teacher, classroom)["ada"] == [0, 0]

    def test_what_is_excused_counts_nowhere(self, teacher, classroom, assign, ada, ben):
        assignment = assign(due_at=PAST)
        made = released(handed_in(assignment, ada), 1).hand_in.submission
        for submission in (made, factories.submission(assignment, ben)):
            submission.excused = True
            submission.save()
        set_gradebook(classroom=classroom, missing_is_zero=True, weights={})

        assert counted(teacher, classroom) == {"ada": [None, None], "ben": [None, None]}

    def test_categories_weigh_what_was_chosen_and_otherwise_one(self, teacher, classroom, assign, ada):
        for title, category, points in (
            ("One", "Homework", 10), ("Two", "Homework", 6), ("Three", "Test", 4), ("Four", "", 0),
        ):  # fmt: skip
            released(handed_in(assign(title, category=category), ada), points)
        even = gradebook(teacher, classroom)
        set_gradebook(classroom=classroom, missing_is_zero=False, weights={"Test": 3, "": 0})
        weighed = gradebook(teacher, classroom)

        assert [one.title for one in even.categories] == ["Homework", "Test", "Without a category"]
        assert [section.average for section in even.lines[0].sections] == [80, 40, 0]
        assert even.lines[0].overall == 40
        assert [one.weight for one in weighed.categories] == [1, 3, 0]
        assert weighed.lines[0].overall == 50

    def test_extra_points_count_above_a_hundred(self, teacher, classroom, assign, ada):
        released(handed_in(assign(), ada), 12)

        assert counted(teacher, classroom)["ada"] == [120, 120]

    def test_what_has_no_points_has_no_percent(self, teacher, classroom, assign, ada):
        released(handed_in(assign(), ada), 0, of=0)

        assert counted(teacher, classroom)["ada"] == [None, None]

    def test_only_what_counts_is_published_and_set_for_the_class_has_a_column(
        self, teacher, classroom, exercise, assign
    ):
        assign("Practice", counts=False)
        assign("Draft", published_at=None)
        factories.assignment(teacher, factories.classroom(teacher), exercises=[exercise])
        archived = assign("Archived", archived=True)

        assert [one.assignment for one in gradebook(teacher, classroom).columns] == [archived]

    def test_columns_stand_by_when_they_are_due(self, teacher, classroom, assign):
        for title, days in (("Third", None), ("Second", 2), ("First", 1)):
            assign(title, due_at=days and timezone.now() + timedelta(days=days))

        titles = [str(one.assignment) for one in gradebook(teacher, classroom).columns]
        assert titles == ["First", "Second", "Third"]

    def test_figures_are_of_what_counts(self, teacher, classroom, assign, ada, ben):
        assignment = assign()
        released(handed_in(assignment, ada), 5)
        released(handed_in(assignment, ben), 10)

        (column,) = gradebook(teacher, classroom).columns
        assert (column.figures.count, column.figures.average, column.figures.median) == (2, 75, 75)


class TestPage:
    def test_it_shows_states_marks_and_averages(self, office, address, assign, classroom, ada, ben):
        assignment = assign(due_at=PAST)
        submission = released(handed_in(assignment, ada, penalty=10), "7.25").hand_in.submission

        shown = text(office.get(address))

        assert NAME.findall(shown)[:2] == ["ada", "ben"]
        assert AVERAGE.findall(shown) == ["72.5", ""]
        assert ">Complete, late: 7.25 of 10, released</span>" in shown
        assert f'href="/admin/assessment/submission/{submission.pk}/mark/"' in shown
        assert f'href="/admin/assessment/assignment/{assignment.pk}/progress/?class={classroom.pk}"' in shown
        assert ">Not begun, missing</span>" in shown
        assert "<title>70–79 percent: 1</title>" in shown

    def test_a_draft_is_shown_and_does_not_count(self, office, address, assign, ada):
        Marking.objects.create(hand_in=handed_in(assign(), ada), points=9, of=10)

        shown = text(office.get(address))

        assert ">Handed in: 9 of 10, draft</span>" in shown
        assert "<title>No marks yet</title>" in shown

    def test_what_was_released_is_told_beside_a_later_draft(self, office, address, assign, ada):
        assignment = assign()
        released(handed_in(assignment, ada), 4, outcome="returned")
        Marking.objects.create(hand_in=handed_in(assignment, ada), points=9, of=10)

        shown = text(office.get(address))

        assert ">Handed in: 4 of 10, released; 9 of 10, draft</span>" in shown
        assert AVERAGE.findall(shown)[0] == "40"

    def test_every_column_sorts(self, office, address, assign, ada, ben):
        first, second = assign(category="Homework"), assign("Two", category="Test")
        released(handed_in(first, ada), 3)
        released(handed_in(first, ben), 9)
        released(handed_in(second, ada), 8)

        orders = {
            order: NAME.findall(text(office.get(address, {"order": order})))[:2]
            for order in (
                "name", "-name", "overall", "-overall", str(first.pk), f"-{first.pk}", str(second.pk),
                "category0", "category1", "category2", "nonsense",
            )
        }  # fmt: skip

        assert [order for order, names in orders.items() if names == ["ada", "ben"]] == [
            "name", "overall", str(first.pk), "category0", "category2", "nonsense",
        ]  # fmt: skip

    def test_weights_and_the_rule_are_changed_on_it(self, office, address, classroom, assign):
        assign(category="Homework")
        assign(category="Test <b>")

        answer = office.post(
            address, {"missing_is_zero": "on", "weight:Homework": "1", "weight:Test <b>": "3"}, follow=True
        )

        assert "worked out in this way now" in text(answer)
        assert Gradebook.objects.get(classroom=classroom).missing_is_zero
        assert dict(CategoryWeight.objects.values_list("category", "weight")) == {
            "Homework": 1,
            "Test <b>": 3,
        }
        assert "<b>" not in answer.content.decode()

    def test_without_categories_there_are_no_weights(self, office, address, classroom, assign, ada):
        CategoryWeight.objects.create(classroom=classroom, category="", weight=0)
        released(handed_in(assign(), ada), 5)

        shown = text(office.post(address, {"missing_is_zero": "on"}, follow=True))

        assert Gradebook.objects.get(classroom=classroom).missing_is_zero
        assert "weight:" not in shown
        assert AVERAGE.findall(shown) == ["50", ""]

    @pytest.mark.parametrize(
        ("weights", "sentence"),
        [
            (("-1", "1"), "Give a whole number from 0 to 1000."),
            (("1e9", "1"), "Give a whole number from 0 to 1000."),
            (("", "1"), "Give a whole number from 0 to 1000."),
            (("0", "0"), "At least one category must have a weight above 0."),
        ],
    )
    def test_weights_that_make_no_sense_change_nothing(self, office, address, assign, weights, sentence):
        assign(category="Homework")
        assign(category="Test")
        data = dict(zip(("weight:Homework", "weight:Test"), weights, strict=True))

        assert sentence in text(office.post(address, data))
        assert not CategoryWeight.objects.exists()
        assert not Gradebook.objects.exists()

    def test_it_says_what_is_not_there(self, office, address, classroom, assign):
        empty = text(office.get(address))
        assign()
        classroom.students.clear()
        nobody = text(office.get(address))
        classroom.archived = True
        classroom.save()

        assert "Nothing that counts is set" in empty
        assert "Nobody is in this class" in nobody
        assert "This class is archived" in text(office.get(address))
        assert office.get(f"{address}csv/").status_code == 404

    def test_the_class_leads_there(self, office, address, classroom):
        page = text(office.get(f"/admin/accounts/classroom/{classroom.pk}/change/"))

        assert f'href="{address}"' in page
        assert f'href="/admin/assessment/assignment/?class={classroom.pk}"' in page

    def test_names_and_titles_are_escaped(self, office, address, assign, ada):
        ada.display_name = "<img src=x onerror=alert(1)>"
        ada.save()
        assign("<script>alert(1)</script>", category="<i>")

        shown = office.get(address).content.decode()

        assert "<img src=x" not in shown
        assert "<script>alert" not in shown
        assert "<i>" not in shown

    def test_it_has_no_style_of_its_own(self, office, address, assign, ada):
        released(handed_in(assign(), ada), 5)

        assert 'style="' not in office.get(address).content.decode()

    def test_it_takes_as_many_queries_for_three_as_for_one(self, office, address, classroom, assign):
        classroom.students.clear()
        counts = []
        for number in (1, 3):
            assignment = assign(f"Number {number}", category=f"Category {number}")
            assign(f"Another {number}")
            while classroom.students.count() < number:
                student = factories.student()
                classroom.students.add(student)
                released(handed_in(assignment, student), 5)
                handed_in(assignment, student)
            counts.append(queries_of(lambda: office.get(address)))

        assert counts[0] == counts[1]
        assert counts[0] <= 20


class TestRights:
    def test_a_co_teacher_sees_the_same(self, office, address, classroom, assign, ada):
        released(handed_in(assign(), ada), 5)
        other = factories.teacher("other")
        classroom.teachers.add(other)

        pages = [AVERAGE.findall(text(one.get(address))) for one in (office, factories.signed_in(other))]

        assert pages[0] == pages[1]

    def test_of_an_assignment_for_two_classes_it_shows_its_own(
        self, office, address, teacher, classroom, assign
    ):
        stranger = factories.person("stranger", name="Foreign Pupil")
        elsewhere = factories.classroom(teacher, stranger)
        assignment = assign()
        assignment.classrooms.add(elsewhere)
        released(handed_in(assignment, stranger), 10)

        assert "Foreign" not in text(office.get(address))
        assert gradebook(teacher, classroom).overall.count == 0

    def test_another_schools_marks_are_not_in_it(self, office, address, assign, south, in_school):
        with in_school(south):
            pupil = factories.person("southern", name="Southern Pupil")
            factories.classroom(factories.teacher("other"), pupil)
        assign()

        assert "Southern" not in text(office.get(address))

    def test_an_odd_class_is_not_there(self, office, school):
        for number in (0, 2**31, 2**63):
            assert office.get(f"/admin/accounts/classroom/{number}/gradebook/").status_code == 404
