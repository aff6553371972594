"""The web server is killed a hundred times under eight people who type, by SIGKILL: it finishes nothing.

Ninety times a worker process goes, as when memory runs out; gunicorn starts another one. Ten times everything goes at
once, as when the power fails; somebody starts the server again.
"""

import os
import random
import signal

import pytest

from tests.faults.editors import typing_crowd
from tests.faults.processes import children, kill
from tests.live import restart, serve

KILLS = 100
EVERY = 10  # of so many kills, one takes the whole server
SECONDS_TO_COME_BACK = 60


@pytest.fixture
def site(live, worker):
    """A server over the database of `live`, to be killed."""
    with serve(live.database, {"WEB_WORKERS": "2"}, name=f"killed_{worker}") as site:
        yield site


def test_no_acknowledged_edit_is_lost_when_the_web_server_is_killed(site, figure):
    dice = random.Random(1)

    with typing_crowd(site) as crowd:
        for number in range(1, KILLS + 1):
            crowd.wait_for_more(dice.randint(1, 12), seconds=SECONDS_TO_COME_BACK)
            if number % EVERY == 0:
                os.killpg(site.process.pid, signal.SIGKILL)
                restart(site)
            else:
                kill(children(site.process.pid)[0])

    lost, doubled = crowd.lost(), crowd.doubled()
    figure(
        f"web server killed {KILLS} times: acknowledged edits lost: {lost} of {crowd.acknowledged}, "
        f"doubled: {doubled}, requests without an answer: {crowd.unanswered}"
    )
    assert (lost, doubled, crowd.wrong) == (0, 0, [])
    assert crowd.unanswered > 0, "no kill met a request"
