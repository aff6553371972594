"""An exercise that is open, and somebody who works on it."""

import json
from typing import Any

import pytest

from exercises.models import Exercise
from tests import factories as make


@pytest.fixture
def exercise(school) -> Exercise:
    found = make.exercise(make.teacher("author"), make.collection())
    make.published(found)
    return found


class ExercisePage:
    """The page of an exercise, opened by one person, as the browser speaks for it."""

    def __init__(self, who, exercise, client=None):
        self.who, self.exercise = who, exercise
        self.client = client or make.signed_in(who)
        self.opened = self.client.get(f"/exercises/{exercise.pk}/")
        text = self.opened.content.decode()
        start = text.index('<script id="exercise-data" type="application/json">')
        self.data = json.loads(text[text.index(">", start) + 1 : text.index("</script>", start)])

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Ask below the exercise's address; bytes are sent as they are."""
        sent = body if isinstance(body, bytes) else json.dumps(body if body is not None else {}).encode()
        headers = {"X-Codeyard-Person": str(self.who.pk), "Accept": "application/json"}
        url = f"/exercises/{self.exercise.pk}/{path}"
        return self.client.generic(method, url, sent, content_type="application/json", headers=headers)

    def report(self, **changes: Any) -> dict[str, Any]:
        """A whole attempt, changed as named."""
        return {
            "nonce": self.data["nonce"],
            "version": self.data["exercise"]["version"],
            "files": [{"path": "main.py", "text": "print(4)\n"}],
            "results": [{"check": "two", "state": "passed"}],
            **changes,
        }

    def send(self, **changes: Any) -> Any:
        """Report an attempt."""
        return self.call("POST", "attempts/", self.report(**changes))


@pytest.fixture
def page(exercise):
    return ExercisePage(make.student(), exercise)
