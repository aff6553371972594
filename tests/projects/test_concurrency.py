"""Saves at the same moment, over real connections to a real server."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from projects.models import ProjectFile
from tests import factories
from tests.tab import Tab

THREADS = 8


@pytest.fixture
def owner(live):
    return factories.student(f"tab-{uuid4().hex[:8]}")


@pytest.fixture
def project(owner):
    return factories.project(owner)


def at_once(tasks):
    """Run all tasks, started by one barrier."""
    barrier = threading.Barrier(len(tasks))

    def run(task):
        barrier.wait()
        return task()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def test_of_saves_on_one_revision_exactly_one_wins(live, owner, project):
    file = factories.first_file(project)
    tab = Tab(live, owner, project)

    for base in range(1, 6):
        answers = at_once(
            [
                lambda n=n, base=base: tab.put(file.pk, baseRevision=base, text=f"{base} {n}")
                for n in range(THREADS)
            ]
        )

        assert sorted(status for status, _ in answers) == [200] + [409] * (THREADS - 1)
        won = next(body["file"] for status, body in answers if status == 200)
        assert all(body["file"]["text"] == won["text"] for status, body in answers if status == 409)
    assert ProjectFile.objects.get(pk=file.pk).revision == 6


def test_the_same_save_sent_many_times_at_once_is_done_once(live, owner, project):
    file = factories.first_file(project)
    tab = Tab(live, owner, project)

    answers = at_once([lambda: tab.put(file.pk, baseRevision=1, text="x", key="one") for _ in range(THREADS)])

    assert all(answer == answers[0] for answer in answers)
    assert answers[0][0] == 200
    assert ProjectFile.objects.get(pk=file.pk).revision == 2


def test_of_new_files_with_one_name_exactly_one_is_made(live, owner, project):
    tab = Tab(live, owner, project)

    answers = at_once(
        [lambda: tab.put(uuid4(), path="Same.py", baseRevision=0, text="x") for _ in range(THREADS)]
    )

    assert sorted(status for status, _ in answers) == [200] + [409] * (THREADS - 1)
    assert {body["code"] for status, body in answers if status == 409} == {"name-taken"}
    assert project.files.filter(path="Same.py").count() == 1
