"""One student's browser in a lesson: what it asks for, without what it shows."""

import json
import random
import re
import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from bench.connection import Answer, Connection
from bench.lesson.figures import Figures

TOKEN = "b" * 32
SHOWN_LETTERS = 80
DATA = re.compile(rb'<script id="(workspace|exercise)-data" type="application/json">(.*?)</script>', re.S)
LINE = "print('a line that a pupil wrote', 3 + 4)\n"


class WrongAnswerError(Exception):
    """The server did not answer as it should; the figures have noted it."""


@dataclass
class Page:
    """What the page of an exercise told the browser."""

    person: int
    files_url: str
    file: str
    path: str
    revision: int
    attempts_url: str
    version: int
    checks: list[str]
    nonce: str


class Student:
    """A student with her session, her connection and the page that is open."""

    def __init__(self, port: int, row: list[Any], figures: Figures) -> None:
        self.school, self.username, self.session, self.assignment, self.items = row
        self.connection = Connection(f"{self.school}.localhost:{port}", port)
        self.token = TOKEN
        self.page: Page | None = None
        self.figures = figures
        self.chance = random.Random(f"{self.school} {self.username}")
        self.saves = 0

    async def sign_in(self, password: str) -> None:
        """As on a morning: the page, name and password, and the page that one lands on."""
        self.connection.close()
        self.session = ""
        await self._get("sign-in page", "/accounts/login/")
        form = f"csrfmiddlewaretoken={self.token}&login={self.username}&password={password}"
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        await self._ask("sign in", "POST", "/accounts/login/", form.encode(), headers, status=302)
        await self._get("home", "/")

    async def open_home(self) -> None:
        """The page that everybody lands on."""
        await self._get("home", "/")

    async def open_assignment(self) -> None:
        """What is set, with its items."""
        await self._get("assignment", f"/assignments/{self.assignment}/")

    async def open_item(self) -> None:
        """The workspace of one of the exercises."""
        item = self.chance.choice(self.items)
        answer = await self._get("open", f"/assignments/{self.assignment}/work/{item}/")
        found = {name.decode(): json.loads(text) for name, text in DATA.findall(answer.body)}
        self.page = _page(found["workspace"], found["exercise"])

    async def save(self) -> None:
        """One autosave of a program of some 2 KB."""
        page = self._open_page()
        self.saves += 1
        body = {
            "path": page.path,
            "baseRevision": page.revision,
            "key": uuid4().hex,
            "text": self._program(),
        }
        answer = await self._send_json("autosave", "PUT", f"{page.files_url}{page.file}/", body)
        page.revision = answer["file"]["revision"]

    async def check(self) -> None:
        """What Check sends: the files, and what came out."""
        page = self._open_page()
        results = [{"check": one, "state": self.chance.choice(("passed", "failed"))} for one in page.checks]
        files = [{"path": page.path, "text": self._program()}]
        body = {"nonce": page.nonce, "version": page.version, "files": files, "results": results}
        page.nonce = (await self._send_json("attempt", "POST", page.attempts_url, body))["nonce"]

    async def hand_in(self) -> None:
        """As the button does it: Check, what would be handed in, and handing it in."""
        path = f"/assignments/{self.assignment}/hand-in/"
        await self.check()
        await self._get("what is missing", path)
        await self._send_json("hand in", "POST", path, {})

    def _program(self) -> str:
        return LINE * 50 + f"# {self.username} {self.saves}\n"

    def _open_page(self) -> Page:
        if self.page is None:
            raise WrongAnswerError
        return self.page

    async def _get(self, kind: str, path: str) -> Answer:
        return await self._ask(kind, "GET", path)

    async def _send_json(self, kind: str, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": self.token,
            "X-Codeyard-Person": str(self._open_page().person),
            "Origin": f"http://{self.connection.host}",
        }
        answer = await self._ask(kind, method, path, json.dumps(body).encode(), headers)
        told: dict[str, Any] = json.loads(answer.body)
        return told

    async def _ask(
        self,
        kind: str,
        method: str,
        path: str,
        body: bytes = b"",
        headers: dict[str, str] | None = None,
        status: int = 200,
    ) -> Answer:
        """Ask, note how long it took, and insist on the status."""
        cookies = (
            f"session={self.session}; csrftoken={self.token}" if self.session else f"csrftoken={self.token}"
        )
        figures, began = self.figures, time.perf_counter()
        try:
            answer = await self.connection.send(method, path, {"Cookie": cookies, **(headers or {})}, body)
        except (OSError, EOFError) as error:
            self.connection.close()
            figures.note_error(kind, f"{method} {path}: {error!r}")
            raise WrongAnswerError from error
        if answer.status != status:
            figures.note_error(kind, f"{method} {path}: {answer.status} {answer.body[:SHOWN_LETTERS]!r}")
            raise WrongAnswerError
        figures.times[kind].append((time.perf_counter() - began) * 1000)
        self.session = answer.cookies.get("session", self.session)
        self.token = answer.cookies.get("csrftoken", self.token)
        return answer


def _page(workspace: dict[str, Any], exercise: dict[str, Any]) -> Page:
    main = workspace["project"]["mainPath"]
    [file] = [one for one in workspace["files"] if one["path"] == main]
    about = exercise["exercise"]
    return Page(
        person=workspace["person"]["id"],
        files_url=workspace["urls"]["files"],
        file=file["id"],
        path=main,
        revision=file["revision"],
        attempts_url=exercise["urls"]["attempts"],
        version=about["version"],
        checks=[check["id"] for check in exercise["document"]["checks"] if not check.get("hidden")],
        nonce=exercise["nonce"],
    )
