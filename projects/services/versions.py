"""Which states of a file are kept."""

from datetime import timedelta

from django.db.models import Sum

from accounts.models import User
from projects.limits import FILE_VERSION_BYTES, FILE_VERSIONS, VERSION_SECONDS
from projects.models import FileVersion, ProjectFile


def keep_version(*, file: ProjectFile, author: User, previous_revision: int, pin: bool) -> None:
    """Keep the state of `file`, which was just saved: in the latest version if it may be shared, else in a
    new one.
    """
    latest = file.versions.defer("content").first()
    if latest and latest.revision == previous_revision and _is_shared(latest, file, author, pin):
        shared = {"is_pinned": latest.is_pinned or pin}
        FileVersion.objects.filter(pk=latest.pk).update(**_state(file), **shared)
        return
    file.versions.create(author=author, is_pinned=pin, started_at=file.saved_at, **_state(file))
    _thin(file)


def _state(file: ProjectFile) -> dict[str, object]:
    return {
        "revision": file.revision,
        "path": file.path,
        "content": file.content,
        "size": file.size,
        "is_binary": file.is_binary,
        "saved_at": file.saved_at,
    }


def _is_shared(latest: FileVersion, file: ProjectFile, author: User, pin: bool) -> bool:
    """Whether the new state takes the place of `latest`. A pinned one stays, unless both hold the same."""
    if latest.author_id != author.pk:
        return False
    if pin or latest.is_pinned:
        return latest.size == file.size and bytes(latest.content) == bytes(file.content)
    return file.saved_at - latest.started_at < timedelta(seconds=VERSION_SECONDS)


def _thin(file: ProjectFile) -> None:
    """Let the oldest versions go while they are too many or too large: unpinned ones first, never the
    latest.
    """
    kept = list(file.versions.order_by("revision").values_list("pk", "size", "is_pinned"))
    total = sum(size for _, size, _ in kept)
    if len(kept) <= FILE_VERSIONS and total <= FILE_VERSION_BYTES:
        return
    count, gone = len(kept), []
    for pk, size, _ in sorted(kept[:-1], key=lambda version: version[2]):  # stable: oldest first within each
        if count <= FILE_VERSIONS and total <= FILE_VERSION_BYTES:
            break
        gone.append(pk)
        count, total = count - 1, total - size
    FileVersion.objects.filter(pk__in=gone).delete()


def version_bytes(file: ProjectFile) -> int:
    """How many bytes the versions of a file take."""
    return file.versions.aggregate(total=Sum("size"))["total"] or 0
