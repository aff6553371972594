"""What must hold before a file is written. All of it is asked while the project is locked."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, Sum

from projects import limits
from projects.enums import Purpose
from projects.errors import InvalidError, NameTakenError, TooLargeError
from projects.file_names import FileNameError, clean_path, folders_of, path_key
from projects.models import Project, ProjectFile


def usable_path(path: str) -> str:
    """`path` in its stored form. Raises InvalidError when it cannot be a file's name."""
    try:
        return clean_path(path)
    except FileNameError as error:
        raise InvalidError(str(error)) from error


def check_name_is_free(project: Project, path: str, file_id: Any) -> None:
    """Raise NameTakenError when another live file has this name, or one of the two is a folder of the
    other.
    """
    key = path_key(path)
    others = ProjectFile.objects.filter(project=project, deleted_at__isnull=True).exclude(pk=file_id)
    clash = others.filter(Q(path_key__in=[key, *folders_of(key)]) | Q(path_key__startswith=f"{key}/")).first()
    if clash:
        raise NameTakenError(clash.path)


def check_size(size: int) -> None:
    """Raise TooLargeError when one file alone is too large."""
    if size > limits.FILE_BYTES:
        raise TooLargeError(f"A file may be {limits.FILE_BYTES // limits.MEGABYTE} MB at most.")


def check_room(project: Project, *, more_bytes: int, more_files: int) -> None:
    """Raise TooLargeError when the project or all work of its owner would become too large."""
    if more_bytes <= 0 and more_files <= 0:
        return
    here = Q(project=project)
    used = ProjectFile.objects.filter(
        project__owner_id=project.owner_id, project__deleted_at__isnull=True, deleted_at__isnull=True
    ).aggregate(
        all_bytes=Sum("size"), here_bytes=Sum("size", filter=here), here_files=Count("pk", filter=here)
    )
    if more_files > 0 and used["here_files"] + more_files > limits.PROJECT_FILES:
        raise TooLargeError(f"A project may hold {limits.PROJECT_FILES} files at most.")
    if more_bytes > 0:
        _check_total(used["here_bytes"], more_bytes, limits.PROJECT_BYTES, "A project")
        _check_total(used["all_bytes"], more_bytes, limits.PERSON_BYTES, "All your projects together")


def check_number(owner_id: int) -> None:
    """Raise TooLargeError when a person may not have another project of her own."""
    own = Project.objects.filter(owner_id=owner_id, purpose=Purpose.OWN, deleted_at__isnull=True)
    if own.count() >= limits.PERSON_PROJECTS:
        raise TooLargeError(f"You may have {limits.PERSON_PROJECTS} projects at most. Delete some first.")


def check_room_for_copy(owner_id: int, sizes: Iterable[int]) -> None:
    """Raise TooLargeError when a person has no room for another project of these files."""
    used = ProjectFile.objects.filter(
        project__owner_id=owner_id, project__deleted_at__isnull=True, deleted_at__isnull=True
    ).aggregate(total=Sum("size"))["total"]
    _check_total(used, sum(sizes), limits.PERSON_BYTES, "All your projects together")


def _check_total(used: int | None, more: int, limit: int, what: str) -> None:
    if (used or 0) + more > limit:
        raise TooLargeError(f"{what} may take {limit // limits.MEGABYTE} MB at most.")
