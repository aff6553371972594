"""Saving, renaming and deleting files.

Each is one transaction that first locks the project, so that names, limits and revisions are judged on what
is really there.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from projects.errors import InvalidError, StaleError
from projects.file_names import path_key
from projects.limits import DELETED_FILES
from projects.models import Project, ProjectFile
from projects.services.checks import check_name_is_free, check_room, check_size, usable_path
from projects.services.replays import Change, remember, replay
from projects.services.versions import keep_version

FRESH = timedelta(seconds=30)  # how exactly a project remembers when it was changed


@transaction.atomic
def save_file(
    *, person: User, project_id: int, file_id: UUID, change: Change, pin: bool = False
) -> ProjectFile:
    """Write a whole file, make it (`base_revision` 0) or bring it back; a version is kept.

    Raises Project.DoesNotExist when the project is not `person`'s, ProjectFile.DoesNotExist when a file that
    was saved before is gone, and the errors of `projects.errors`.
    """
    project = lock_own_project(person, project_id)
    path = usable_path(change.path)
    check_size(len(change.content))
    file = ProjectFile.objects.defer("content").filter(project=project, pk=file_id).first()
    if file is None:
        return _make(project, person, file_id, path, change, pin)
    if done := replay(file, change):
        return done
    _check_revision(file, change)
    was_deleted = file.deleted_at is not None
    if was_deleted or path != file.path:
        check_name_is_free(project, path, file.pk)
    old_size = 0 if was_deleted else file.size
    check_room(project, more_bytes=len(change.content) - old_size, more_files=int(was_deleted))
    _follow_main(project, file, path)
    file.path, file.deleted_at = path, None
    _write(file, change, file.revision + 1)
    file.save()
    keep_version(file=file, author=person, previous_revision=file.revision - 1, pin=pin)
    _touch(project, file.saved_at)
    return file


@transaction.atomic
def rename_file(*, person: User, project_id: int, file_id: UUID, change: Change) -> ProjectFile:
    """Give a live file another path. Raises as `save_file` does."""
    project = lock_own_project(person, project_id)
    path = usable_path(change.path)
    file = ProjectFile.objects.get(project=project, pk=file_id)
    if done := replay(file, change):
        return done
    _check_revision(file, change)
    if file.deleted_at:
        raise ProjectFile.DoesNotExist
    check_name_is_free(project, path, file.pk)
    _follow_main(project, file, path)
    file.path = path
    _count_up(file, change)
    return file


@transaction.atomic
def delete_file(*, person: User, project_id: int, file_id: UUID, change: Change) -> ProjectFile:
    """Put a file away; `save_file` with the new revision brings it back. Raises as `save_file` does."""
    project = lock_own_project(person, project_id)
    file = ProjectFile.objects.get(project=project, pk=file_id)
    if done := replay(file, change):
        return done
    _check_revision(file, change)
    file.deleted_at = file.deleted_at or timezone.now()
    _count_up(file, change)
    _forget_oldest_deleted(project)
    return file


def lock_own_project(person: User, project_id: int) -> Project:
    """The live project of `person`, locked until the transaction ends. Raises Project.DoesNotExist."""
    return Project.objects.select_for_update(no_key=True).get(
        pk=project_id, owner=person, deleted_at__isnull=True
    )


def _make(project: Project, person: User, file_id: UUID, path: str, change: Change, pin: bool) -> ProjectFile:
    if change.base_revision != 0:
        raise ProjectFile.DoesNotExist
    check_name_is_free(project, path, file_id)
    check_room(project, more_bytes=len(change.content), more_files=1)
    file = ProjectFile(id=file_id, project=project, path=path)
    _write(file, change, revision=1)
    try:
        with transaction.atomic():
            file.save(force_insert=True)
    except IntegrityError as error:  # the id belongs to a file of another project; do not say whose
        raise InvalidError("This file needs another id.") from error
    keep_version(file=file, author=person, previous_revision=0, pin=pin)
    _touch(project, file.saved_at)
    return file


def _check_revision(file: ProjectFile, change: Change) -> None:
    if change.base_revision != file.revision:
        raise StaleError(file)


def _write(file: ProjectFile, change: Change, revision: int) -> None:
    file.content = change.content
    file.size = len(change.content)
    file.is_binary = change.is_binary
    file.path_key = path_key(file.path)
    file.revision = revision
    file.saved_at = timezone.now()
    remember(file, change)


def _count_up(file: ProjectFile, change: Change) -> None:
    """A new revision with the same content."""
    file.path_key = path_key(file.path)
    file.revision += 1
    file.saved_at = timezone.now()
    remember(file, change)
    file.save(update_fields=["path", "path_key", "revision", "saved_at", "recent", "deleted_at"])


def _follow_main(project: Project, file: ProjectFile, path: str) -> None:
    """The main file stays the main file under its new name."""
    if project.main_path == file.path and path != file.path:
        project.main_path = path
        project.save(update_fields=["main_path"])


def _touch(project: Project, now: datetime) -> None:
    """Remember when the project was changed; not at every save, which would cost one more write each."""
    if now - project.changed_at > FRESH:
        project.changed_at = now
        project.save(update_fields=["changed_at"])


def _forget_oldest_deleted(project: Project) -> None:
    oldest = ProjectFile.objects.filter(project=project, deleted_at__isnull=False).order_by("-deleted_at")
    for pk in oldest.values_list("pk", flat=True)[DELETED_FILES:]:
        ProjectFile.objects.filter(pk=pk).delete()
