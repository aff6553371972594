"""What the API answers. The page reads exactly these names."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts.models import User
from assessment.models import Batch
from assessment.queries.batches import Task, verdicts_of
from exercises.models import ExerciseVersion, Snapshot

Shape = dict[str, Any]


def batch_shape(batch: Batch, teacher: User) -> Shape:
    """BATCH: how far it is, and where it goes on."""
    verdicts = verdicts_of(batch, teacher)
    addresses = {
        name: reverse(f"assessment:{name}", args=[batch.pk])
        for name in ("tasks", "verdicts", "finish", "cancel")
    }
    return {
        "id": batch.pk,
        "kind": batch.kind,
        "open": batch.is_open,
        "total": verdicts.count(),
        "made": verdicts.filter(made_at__isnull=False).count(),
        "urls": {**addresses, "page": reverse("assessment:batch", args=[batch.pk])},
    }


def tasks_shape(tasks: Iterable[Task], known: set[int]) -> Shape:
    """TASKs, and the versions among theirs that the page does not know yet."""
    tasks = list(tasks)
    snapshots = Snapshot.objects.in_bulk({task.first.attempt.snapshot_id for task in tasks})
    versions = ExerciseVersion.objects.filter(pk__in={task.first.version_id for task in tasks} - known)
    return {
        "tasks": [_task_shape(task, snapshots[task.first.attempt.snapshot_id]) for task in tasks],
        "versions": [_version_shape(version) for version in versions.order_by("pk")],
    }


def _task_shape(task: Task, snapshot: Snapshot) -> Shape:
    return {
        "id": task.first.attempt_id,
        "attempts": len(task.verdicts),
        "who": [str(verdict.attempt.work.student) for verdict in task.verdicts],
        "version": task.first.version_id,
        "person": str(task.first.attempt.work.student_id),
        "files": snapshot.files,
    }


def _version_shape(version: ExerciseVersion) -> Shape:
    document = version.document
    return {"id": version.pk, "title": document["title"], "document": document, "recorded": version.recorded}
