"""Batches as a teacher's browser runs them, and what it posts."""

import json
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Classroom, User
from assessment.enums import BatchKind
from assessment.models import Assignment, Batch, Verdict
from assessment.queries.batches import tasks_of
from assessment.queries.scope import AssignmentScope, CollectionScope, Scope
from assessment.services import Found, finish_batch, publish_batch, start_batch, store_verdicts
from exercises.models import Collection, Exercise
from exercises.services.documents import document_of, replace_document
from tests import factories
from tests.clients import HostClient

RUNTIME = "Pyodide 314.0.3"
ALL = {"two": "passed", "three": "passed"}


def results(**states: str) -> list[dict[str, str]]:
    """Results by check: `results(two="passed", three="failed")`."""
    texts = {"summary": "As it was.", "given": "", "expected": "", "got": "", "trust": "outside"}
    return [{"check": check, "state": state, **texts} for check, state in states.items()]


def started(
    teacher: User,
    subject: Collection | Assignment,
    classroom: Classroom | None = None,
    *,
    kind: str = "verify",
) -> Batch:
    """A batch that waits to be run."""
    scope: Scope
    if isinstance(subject, Assignment):
        scope = AssignmentScope(teacher, classroom, subject)
    else:
        scope = CollectionScope(teacher, classroom, subject)
    return start_batch(scope=scope, kind=BatchKind(kind))


def run(batch: Batch, teacher: User, outcomes: dict[int, dict[str, str]] | None = None) -> Batch:
    """Run all of it: every attempt passes, unless `outcomes` says otherwise, by attempt."""
    waiting = [task.first for task in tasks_of(batch, teacher)]
    found = [
        Found(one.attempt_id, RUNTIME, results(**(outcomes or {}).get(one.attempt_id, all_passed(one))))
        for one in waiting
    ]
    store_verdicts(teacher=teacher, batch=batch, found=found)
    return finish_batch(batch=batch)


def all_passed(verdict: Verdict) -> dict[str, str]:
    """Every check of the verdict's version."""
    return {check["id"]: "passed" for check in verdict.version.document["checks"]}


def with_changed_check(exercise: Exercise, output: str = "5\n") -> Exercise:
    """Publish the exercise again; its visible check expects something else."""
    document = document_of(exercise)
    document["checks"][0]["output"] = output
    replace_document(exercise=exercise, document=document)
    factories.published(exercise)
    exercise.refresh_from_db()
    return exercise


def publish(batch: Batch) -> Batch:
    """Let a regrade count."""
    return publish_batch(batch=batch)


class Page:
    """The Progress page of a teacher as its scripts speak to the server."""

    def __init__(
        self, teacher: User, subject: Collection | Assignment, client: HostClient | None = None
    ) -> None:
        self.client = client or factories.signed_in(teacher)
        self.teacher = teacher
        model = "assessment/assignment" if isinstance(subject, Assignment) else "exercises/collection"
        self.progress = f"/admin/{model}/{subject.pk}/progress/"

    def call(self, method: str, address: str, body: Any = None) -> Any:
        """Ask; `body` is sent as JSON."""
        headers = {"X-Codeyard-Person": str(self.teacher.pk), "Accept": "application/json"}
        data = json.dumps(body if body is not None else {}).encode()
        return self.client.generic(method, address, data, content_type="application/json", headers=headers)

    def start(self, kind: str = "verify", **more: Any) -> Any:
        """Press Verify all or Regrade."""
        return self.call("POST", f"{self.progress}batches/", {"kind": kind, "classroom": None, **more})

    def post(self, batch: Any, *verdicts: Any) -> Any:
        """Send results."""
        return self.call("POST", batch["urls"]["verdicts"], {"verdicts": list(verdicts)})


def queries_of(ask: Callable[[], object]) -> int:
    """How many queries it takes to ask, once what is remembered has been."""
    ask()
    with CaptureQueriesContext(connection) as seen:
        ask()
    return len(seen)


def verdict_of(attempt_id: int, **states: str) -> dict[str, Any]:
    """One of the posted verdicts."""
    return {"attempt": attempt_id, "runtime": RUNTIME, "results": results(**(states or ALL))}
