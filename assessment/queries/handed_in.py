"""The files that were handed in."""

from uuid import NAMESPACE_URL, UUID, uuid5

from assessment.models import HandInItem

File = dict[str, str]


def files_of(handed_in: HandInItem) -> list[File]:
    """FILEs as an exercise's document writes them; none where the account that they came from is gone."""
    if handed_in.attempt is not None:
        return handed_in.attempt.snapshot.files
    return handed_in.snapshot.files if handed_in.snapshot is not None else []


def main_of(handed_in: HandInItem) -> str:
    """The path of the file that runs first."""
    if handed_in.attempt is not None:
        return handed_in.attempt.version.document["main"]
    return handed_in.snapshot.main if handed_in.snapshot is not None else ""


def file_id(handed_in: HandInItem, path: str) -> UUID:
    """The id by which the workspace knows a file that was handed in: always the same one."""
    return uuid5(NAMESPACE_URL, f"hand-in:{handed_in.pk}:{path}")
