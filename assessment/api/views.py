"""The addresses of the API."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from accounts.requests import SignedInRequest
from assessment import services
from assessment.api.payloads import found_in, kind_of, optional_id
from assessment.api.rows import found_one, teacher_of
from assessment.errors import AssessmentError, NothingToDoError, NotOpenError
from assessment.numbers import number_from
from assessment.queries.assignments import assignments_visible_to
from assessment.queries.batches import batches_of, tasks_of
from assessment.queries.scope import AssignmentScope, CollectionScope, Scope
from assessment.shapes import batch_shape, tasks_shape
from exercises.queries import collections_visible_to
from projects.api.endpoint import endpoint
from projects.api.errors import Refusal, invalid
from projects.api.payloads import read_json

Answer = dict[str, Any]
TASKS_AT_ONCE = 8


def start(request: SignedInRequest, collection_id: int) -> Answer:
    """`{kind, classroom}`: a batch of the collection, the open one if there is one; 409 `nothing` for none."""
    teacher = teacher_of(request)
    return _start(
        request, CollectionScope(teacher, None, found_one(collections_visible_to(teacher), collection_id))
    )


def start_for_assignment(request: SignedInRequest, assignment_id: int) -> Answer:
    """The same for an assignment."""
    teacher = teacher_of(request)
    return _start(
        request, AssignmentScope(teacher, None, found_one(assignments_visible_to(teacher), assignment_id))
    )


def _start(request: SignedInRequest, scope: Scope) -> Answer:
    payload = read_json(request)
    classroom = optional_id(payload, "classroom")
    if classroom is not None:
        scope = replace(scope, classroom=found_one(scope.classrooms(), classroom))
    try:
        batch = services.start_batch(scope=scope, kind=kind_of(payload))
    except NothingToDoError as error:
        raise Refusal(409, "nothing", str(error)) from error
    return {"batch": batch_shape(batch, scope.teacher)}


def list_tasks(request: SignedInRequest, batch_id: int) -> Answer:
    """The next tasks after the cursor `?after=`, with those of their versions that are not in `?known=1,2`."""
    teacher = teacher_of(request)
    batch = found_one(batches_of(teacher), batch_id)
    after, known = _numbers(request, "after"), set(_numbers(request, "known"))
    tasks = [task for task in tasks_of(batch, teacher) if task.first.pk > max(after, default=0)]
    portion = tasks[:TASKS_AT_ONCE] if batch.is_open else []
    more = len(tasks) > len(portion) > 0
    return {**tasks_shape(portion, known), "next": portion[-1].first.pk if more else None}


def store(request: SignedInRequest, batch_id: int) -> Answer:
    """Results of some tasks. Sent twice, they are stored once."""
    teacher = teacher_of(request)
    batch = found_one(batches_of(teacher), batch_id)
    found = found_in(read_json(request))
    with _refusing():
        services.store_verdicts(teacher=teacher, batch=batch, found=found)
    return {"batch": batch_shape(batch, teacher)}


def finish(request: SignedInRequest, batch_id: int) -> Answer:
    """Nothing is left to run. Once it has ended, it stays as it is."""
    teacher = teacher_of(request)
    batch = found_one(batches_of(teacher), batch_id)
    if batch.is_open:
        with _refusing():
            batch = services.finish_batch(batch=batch)
    return {"batch": batch_shape(batch, teacher)}


def cancel(request: SignedInRequest, batch_id: int) -> Answer:
    """Run no more of it."""
    teacher = teacher_of(request)
    batch = found_one(batches_of(teacher), batch_id)
    with _refusing():
        batch = services.cancel_batch(batch=batch)
    return {"batch": batch_shape(batch, teacher)}


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except NotOpenError as error:
        raise Refusal(409, "ended", str(error)) from error
    except AssessmentError as error:
        raise invalid(str(error)) from error


def _numbers(request: SignedInRequest, name: str) -> list[int]:
    """Numbers of the query, between commas."""
    given = request.GET.get(name, "")
    if not given:
        return []
    try:
        return [number_from(one) for one in given.split(",")]
    except ValueError as error:
        raise invalid(f"“{name}” is a list of numbers.") from error


batches = endpoint(POST=start)
assignment_batches = endpoint(POST=start_for_assignment)
tasks = endpoint(GET=list_tasks)
verdicts = endpoint(POST=store)
finished = endpoint(POST=finish)
cancelled = endpoint(POST=cancel)
