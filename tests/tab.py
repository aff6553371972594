"""One person's browser tab at a live server, as the server sees it: cookies, a token, one request after the other."""

import json
import urllib.error
import urllib.request
from typing import Any
from uuid import UUID, uuid4

from accounts.models import User
from projects.models import Project
from tests import factories
from tests.live import LiveSite


class Tab:
    """Saves files of one project."""

    def __init__(self, site: LiveSite, owner: User, project: Project) -> None:
        client = factories.signed_in(owner)
        client.get("/accounts/password/")
        self.origin, self.port, self.project, self.owner = site.school(), site.port, project, owner
        self.cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
        self.token = client.cookies["csrftoken"].value

    def put(self, file_id: UUID, *, seconds: float = 30, **fields: Any) -> tuple[int, dict[str, Any]]:
        """Save, and give status and JSON. Raises OSError, HTTPException or ValueError when no such answer comes."""
        body = {"path": "main.py", "key": uuid4().hex, **fields}
        return self.call("PUT", f"/projects/{self.project.pk}/files/{file_id}/", body, seconds=seconds)

    def call(
        self, method: str, path: str, body: dict[str, Any], *, seconds: float = 30
    ) -> tuple[int, dict[str, Any]]:
        """Send JSON, and give status and JSON. Raises as `put` does."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=json.dumps(body).encode(),
            method=method,
            headers={
                "Content-Type": "application/json",
                "Cookie": self.cookies,
                "X-CSRFToken": self.token,
                "X-Codeyard-Person": str(self.owner.pk),
                "Origin": self.origin,
                "Host": self.origin.removeprefix("http://"),
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, json.load(refused)
