"""The workspace in a real Firefox: Python starts there, and what a lesson needs works."""

import json
import subprocess
from typing import Any

import pytest

from accounts.models import User
from config.paths import BASE_DIR
from config.setup.browsers import find_firefox
from projects.models import Project
from tests import factories
from tests.live import LiveSite

SECONDS = 400
DRIVER = BASE_DIR / "tests" / "browser" / "firefox.mjs"
NUMPY = """
import matplotlib.pyplot as plt
import numpy
plt.plot(numpy.arange(5))
plt.show()
print("sum", numpy.arange(5).sum())
"""
TURTLE = "import turtle\nturtle.speed(0)\nturtle.circle(50)\nturtle.done()\n"
EVENT_LOOP = "import asyncio\nasyncio.run(asyncio.sleep(0.01))\nprint('slept')\n"
PROGRAMS: list[dict[str, Any]] = [
    {"source": "print('hello', 6 * 7)\n"},
    {"source": "print(nmae)\n"},
    {"source": "print('Hi', input('Name? '))\n", "answer": "Ada"},
    {"source": NUMPY},
    {"source": TURTLE},
    {"source": EVENT_LOOP},
    {"source": "while True: pass\n", "stop": True},
    {"source": "print('again')\n"},
]
EXPECTED = [
    ("Finished", "hello 42"),
    ("Failed", "nmae is not defined"),
    ("Finished", "Hi Ada"),
    ("Finished", "sum 10"),
    ("Finished", "Turtle drawing"),
    ("Finished", "slept"),
    ("Stopped", "stopped"),
    ("Finished", "again"),
]

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(find_firefox() is None, reason="Firefox is not installed"),
]


@pytest.fixture
def owner(live: LiveSite) -> User:
    """A student of north whom no other test knows."""
    return factories.student()


@pytest.fixture
def project(owner: User) -> Project:
    """Her project."""
    return factories.project(owner, main="start")


def test_programs_run_in_firefox(live: LiveSite, owner: User, project: Project) -> None:
    task = {
        "browser": find_firefox(),
        "origin": live.school(),
        "path": f"/projects/{project.pk}/",
        "session": factories.signed_in(owner).cookies["session"].value,
        "programs": PROGRAMS,
    }

    done = subprocess.run(
        ["node", DRIVER], input=json.dumps(task), capture_output=True, text=True, timeout=SECONDS, check=True
    )

    told = json.loads(done.stdout)
    assert told["exceptions"] == []
    assert told["started"] == "Ready"
    for result, (status, text) in zip(told["results"], EXPECTED, strict=True):
        assert (result["status"], text in result["output"]) == (status, True), result
