"""A browser that speaks the saving API, as the workspace page does."""

import json
from typing import Any
from uuid import uuid4

from accounts.models import User
from projects.models import Project
from tests import factories
from tests.clients import HostClient


class Workspace:
    """The page of one project, opened by one person."""

    def __init__(
        self, who: User, project: Project, slug: str = "north", client: HostClient | None = None
    ) -> None:
        self.client = client or factories.signed_in(who, slug)
        self.project, self.person_id = project, who.pk

    def call(self, method: str, path: str = "", body: Any = None, **headers: str) -> Any:
        """Ask below the project's address; `body` is sent as JSON, or as it is when it is bytes."""
        data = body if isinstance(body, bytes) else json.dumps(body if body is not None else {}).encode()
        url = path if path.startswith("/") else f"/projects/{self.project.pk}/{path}"
        given = {"X-Codeyard-Person": str(self.person_id), "Accept": "application/json", **headers}
        return self.client.generic(method, url, data, content_type="application/json", headers=given)

    def put(self, file_id: Any = None, **fields: Any) -> Any:
        """Save a file; a new one unless `file_id` is given."""
        body = {"path": "new.py", "baseRevision": 0, "key": uuid4().hex, "text": "x = 1", **fields}
        body = {name: value for name, value in body.items() if value is not ...}
        return self.call("PUT", f"files/{file_id or uuid4()}/", body)


def refusal(response: Any) -> tuple[int, str]:
    """Status and code of an answer, which must carry a sentence."""
    answer = response.json()
    assert answer["message"].endswith("."), answer
    assert "\n" not in answer["message"]
    return response.status_code, answer["code"]
