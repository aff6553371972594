"""People who type while things break. They save as the workspace does: one request at a time, and one without an
answer is sent again, unchanged, until there is one."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from uuid import uuid4

from projects.models import ProjectFile
from tests import factories
from tests.live import LiveSite
from tests.tab import Tab

EDITORS = 8
SECONDS_TO_ANSWER = 10
PAUSE = 0.05  # seconds between tries, and at most twice as much between edits


class Editor(threading.Thread):
    """One person who adds line after line to a file of hers."""

    def __init__(self, site: LiveSite, number: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        owner = factories.student(f"fault-{uuid4().hex[:8]}")
        project = factories.project(owner)
        self.file = factories.first_file(project)
        self.tab = Tab(site, owner, project)
        self.number, self.stop = number, stop
        self.revision = self.file.revision
        self.acknowledged: list[str] = []
        self.unanswered = 0
        self.wrong: list[str] = []

    def run(self) -> None:
        """Type until told to stop; the last edit is acknowledged too."""
        dice = random.Random(self.number)
        while not self.stop.is_set() and not self.wrong:
            self._edit(f"line {len(self.acknowledged)} of editor {self.number}")
            time.sleep(dice.uniform(0, 2 * PAUSE))

    def _edit(self, line: str) -> None:
        text = "\n".join([*self.acknowledged, line])
        key = uuid4().hex
        while True:
            try:
                status, body = self.tab.put(
                    self.file.pk, seconds=SECONDS_TO_ANSWER, baseRevision=self.revision, text=text, key=key
                )
            except (OSError, HTTPException, ValueError):
                status, body = 0, {}
            if status == 200:
                break
            if (
                status and status < 500
            ):  # nobody else writes: a refusal means that something was lost or doubled
                self.wrong.append(f"{status} {body.get('code')} at revision {self.revision}")
                return
            self.unanswered += 1
            time.sleep(PAUSE)
        if (body["file"]["revision"], body["file"]["text"]) != (self.revision + 1, text):
            self.wrong.append(f"acknowledged as revision {body['file']['revision']}, not {self.revision + 1}")
        self.revision += 1
        self.acknowledged.append(line)

    def lost(self) -> int:
        """How many acknowledged edits the database does not hold."""
        stored = self._stored_lines()
        return sum(line not in stored for line in self.acknowledged)

    def doubled(self) -> int:
        """How many edits were done more often than they were made."""
        stored = self._stored_lines()
        extra = ProjectFile.objects.get(pk=self.file.pk).revision - self.revision
        return len(stored) - len(set(stored)) + max(0, extra)

    def _stored_lines(self) -> list[str]:
        return bytes(ProjectFile.objects.get(pk=self.file.pk).content).decode().split("\n")


class Crowd:
    """The editors of one test."""

    def __init__(self, site: LiveSite) -> None:
        self.stop = threading.Event()
        self.editors = [Editor(site, number, self.stop) for number in range(EDITORS)]

    @property
    def acknowledged(self) -> int:
        """Edits acknowledged so far."""
        return sum(len(editor.acknowledged) for editor in self.editors)

    @property
    def unanswered(self) -> int:
        """Requests that got no answer, or a server's error, so far."""
        return sum(editor.unanswered for editor in self.editors)

    @property
    def wrong(self) -> list[str]:
        """What no answer may say."""
        return [sentence for editor in self.editors for sentence in editor.wrong]

    def wait_for_more(self, edits: int, *, seconds: float) -> float:
        """Wait until so many more edits have been acknowledged; gives the seconds. Fails after `seconds`."""
        started, wanted = time.monotonic(), self.acknowledged + edits
        while self.acknowledged < wanted:
            assert not self.wrong, self.wrong
            assert time.monotonic() - started < seconds, f"nothing was acknowledged for {seconds} s"
            time.sleep(0.01)
        return time.monotonic() - started

    def lost(self) -> int:
        """Acknowledged edits that the database does not hold."""
        return sum(editor.lost() for editor in self.editors)

    def doubled(self) -> int:
        """Edits that were done more than once."""
        return sum(editor.doubled() for editor in self.editors)


@contextmanager
def typing_crowd(site: LiveSite) -> Iterator[Crowd]:
    """Eight people type until the block ends, and until their last edits have been acknowledged."""
    crowd = Crowd(site)
    for editor in crowd.editors:
        editor.start()
    try:
        yield crowd
    finally:
        crowd.stop.set()
        for editor in crowd.editors:
            editor.join(timeout=60)
    assert not any(editor.is_alive() for editor in crowd.editors), "edits are still not acknowledged"
