"""Making, naming, copying and putting away projects."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from projects.enums import Purpose
from projects.errors import InvalidError, TooLargeError
from projects.file_names import path_key
from projects.limits import DELETED_PROJECTS, PROJECT_BYTES, PROJECT_FILES
from projects.models import FileVersion, Project, ProjectFile
from projects.models.project import LONGEST_PROJECT_NAME
from projects.services.checks import check_number, check_room_for_copy, check_size, usable_path
from projects.services.files import lock_own_project

FIRST_PROGRAM = b'print("Hello!")\n'


@transaction.atomic
def add_project(
    *,
    owner: User,
    name: str,
    files: Mapping[str, bytes] | None = None,
    main_path: str = "main.py",
    purpose: Purpose = Purpose.OWN,
) -> Project:
    """A new project, with `main.py` in it or with `files` (path → content).

    Raises ValidationError for the name, InvalidError for a path, TooLargeError where there is no room.
    """
    contents = {"main.py": FIRST_PROGRAM} if files is None else dict(files)
    User.objects.select_for_update(no_key=True).get(
        pk=owner.pk
    )  # two requests at once must not both find room
    _check_files(contents)
    if purpose == Purpose.OWN:
        check_number(owner.pk)
    check_room_for_copy(owner.pk, map(len, contents.values()))
    project = Project(owner=owner, name=name, main_path=main_path, purpose=purpose)
    project.full_clean()
    project.save()
    _write_files(project, contents)
    return project


@transaction.atomic
def duplicate_project(*, person: User, project_id: int) -> Project:
    """A copy of one's own project, named after it. Raises Project.DoesNotExist and TooLargeError."""
    source = _lock_managed(person, project_id)
    live = source.files.filter(deleted_at__isnull=True)
    contents = {file.path: bytes(file.content) for file in live}
    suffix = " (copy)"
    name = source.name[: LONGEST_PROJECT_NAME - len(suffix)] + suffix
    return add_project(owner=person, name=name, files=contents, main_path=source.main_path)


@transaction.atomic
def rename_project(*, person: User, project_id: int, name: str) -> Project:
    """Give a project another name. Raises Project.DoesNotExist, ValidationError."""
    project = _lock_managed(person, project_id)
    project.name = name
    project.full_clean()
    project.save(update_fields=["name"])
    return project


@transaction.atomic
def change_main_path(*, person: User, project_id: int, main_path: str) -> Project:
    """Choose the file that Run starts. Raises Project.DoesNotExist, InvalidError."""
    project = lock_own_project(person, project_id)
    project.main_path = usable_path(main_path)
    project.save(update_fields=["main_path"])
    return project


@transaction.atomic
def delete_project(*, person: User, project_id: int) -> Project:
    """Put a project away; `restore_project` can bring the latest ones back. Raises Project.DoesNotExist."""
    project = _lock_managed(person, project_id)
    project.deleted_at = timezone.now()
    project.save(update_fields=["deleted_at"])
    deleted = Project.objects.filter(owner=person, deleted_at__isnull=False).order_by("-deleted_at")
    for pk in deleted.values_list("pk", flat=True)[DELETED_PROJECTS:]:
        Project.objects.filter(pk=pk).delete()
    return project


@transaction.atomic
def restore_project(*, person: User, project_id: int) -> Project:
    """Bring a deleted project back. Raises Project.DoesNotExist, TooLargeError."""
    project = Project.objects.select_for_update(no_key=True).get(
        pk=project_id, owner=person, deleted_at__isnull=False
    )
    live = project.files.filter(deleted_at__isnull=True)
    check_number(person.pk)
    check_room_for_copy(person.pk, live.values_list("size", flat=True))
    project.deleted_at = None
    project.save(update_fields=["deleted_at"])
    return project


def _lock_managed(person: User, project_id: int) -> Project:
    """A project that its owner manages herself, locked; that of an exercise is the exercise's.

    Raises Project.DoesNotExist.
    """
    project = lock_own_project(person, project_id)
    if project.purpose != Purpose.OWN:
        raise Project.DoesNotExist
    return project


def _check_files(contents: Mapping[str, bytes]) -> None:
    keys = [path_key(usable_path(path)) for path in contents]
    if len(set(keys)) != len(keys):
        raise InvalidError("Two files have the same name.")
    if len(keys) > PROJECT_FILES or sum(map(len, contents.values())) > PROJECT_BYTES:
        raise TooLargeError("This is too much for one project.")
    for content in contents.values():
        check_size(len(content))


def _write_files(project: Project, contents: Mapping[str, bytes]) -> None:
    """The files at revision 1, each with its first version."""
    now = project.created_at
    files = [
        ProjectFile(
            project=project,
            path=usable_path(path),
            path_key=path_key(path),
            content=content,
            size=len(content),
            is_binary=not _is_text(content),
            saved_at=now,
        )
        for path, content in contents.items()
    ]
    ProjectFile.objects.bulk_create(files)
    FileVersion.objects.bulk_create(_first_version(file, project.owner) for file in files)


def _first_version(file: ProjectFile, author: User) -> FileVersion:
    return FileVersion(
        file=file,
        author=author,
        revision=file.revision,
        path=file.path,
        content=file.content,
        size=file.size,
        is_binary=file.is_binary,
        started_at=file.saved_at,
        saved_at=file.saved_at,
    )


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in content
