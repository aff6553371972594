"""What students see of verdicts: what counts, of their own, and nothing of a draft."""

import pytest

from tests import factories
from tests.assessment.hand_ins import handed_in, released
from tests.assessment.runs import publish, run, started, with_changed_check

CHIP = "Checked by your teacher: {} of {}"


@pytest.fixture
def attempts(exercise, ada, ben, classroom):
    return {one: factories.attempt(factories.work(exercise, one), one.username) for one in (ada, ben)}


def pages(student, exercise) -> list[str]:
    """The list of exercises, and the page of one."""
    client = factories.signed_in(student)
    return [client.get(address).content.decode() for address in ("/exercises/", f"/exercises/{exercise.pk}/")]


def test_a_verdict_is_shown_to_its_student(teacher, collection, exercise, ada, ben, attempts):
    run(started(teacher, collection), teacher, {attempts[ada].pk: {"two": "passed", "three": "failed"}})

    assert all(CHIP.format(1, 2) in page for page in pages(ada, exercise))
    assert all(CHIP.format(2, 2) in page for page in pages(ben, exercise))


def test_without_a_verdict_nothing_is_shown(exercise, ada, attempts):
    assert not any("Checked by your teacher" in page for page in pages(ada, exercise))


def test_a_regrade_is_not_shown_before_it_is_published(teacher, collection, exercise, ada, attempts):
    run(started(teacher, collection), teacher)
    with_changed_check(exercise)
    failing = {attempts[ada].pk: {"two": "failed", "three": "failed"}}
    draft = run(started(teacher, collection, kind="regrade"), teacher, failing)
    before = pages(ada, exercise)

    publish(draft)

    assert all(CHIP.format(2, 2) in page for page in before)
    assert all(CHIP.format(0, 2) in page for page in pages(ada, exercise))


def test_what_was_found_for_an_assignment_is_shown_when_it_is_released(
    teacher, classroom, exercise, ada, ben, attempts
):
    made = factories.assignment(teacher, classroom, exercises=[exercise])
    hers, _ = (handed_in(made, one, attempts[one]) for one in (ada, ben))
    run(started(teacher, made), teacher)
    before = pages(ada, exercise)

    released(hers, 10)

    assert not any("Checked by your teacher" in page for page in before)
    assert all(CHIP.format(2, 2) in page for page in pages(ada, exercise))
    assert not any("Checked by your teacher" in page for page in pages(ben, exercise))
