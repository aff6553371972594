"""Comments on lines of what was handed in, and comments that a teacher keeps to use again."""

import re

from django.db import transaction
from django.db.models import F, QuerySet

from accounts.models import User
from assessment.errors import MarkingError
from assessment.models import HandInItem, LineComment, SavedComment
from assessment.queries.handed_in import files_of
from assessment.queries.marking import joint_hand_ins
from assessment.services.marking import begin_marking, lock_latest

LINE_END = re.compile(r"\r\n?|\n")  # as the editor counts lines
LONGEST = 2_000  # characters
LONGEST_KEPT = 500  # PostgreSQL indexes no more of a text
MOST_KEPT = 500


@transaction.atomic
def add_comment(
    *, handed_in: HandInItem, by: User, path: str, line: int, text: str, whole_group: bool = True
) -> LineComment:
    """Comment on a line, for the others of the group too. The marking has then begun.

    Raises MarkingError for a line that was not handed in and for a text that is empty or too long, and
    NotLatestError.
    """
    others = _locked(handed_in, by, whole_group)
    if not 1 <= line <= _lines_in(handed_in, path):
        raise MarkingError("This line was not handed in.")
    for one in [handed_in, *others]:
        begin_marking(hand_in=one.hand_in, by=by)
    fields = {"path": path, "line": line, "text": _text(text), "author": by}
    made = [LineComment.objects.create(handed_in=one, **fields) for one in [handed_in, *others]]
    return made[0]


@transaction.atomic
def change_comment(*, comment: LineComment, by: User, text: str, whole_group: bool = True) -> LineComment:
    """Say it in other words, wherever it stands in the group. Raises MarkingError and NotLatestError."""
    twins = list(_twins(comment, _locked(comment.handed_in, by, whole_group)))
    for one in [comment, *twins]:
        one.text = _text(text)
        one.save()
    return comment


@transaction.atomic
def delete_comment(*, comment: LineComment, by: User, whole_group: bool = True) -> None:
    """Take a comment away, wherever it stands in the group. Raises NotLatestError."""
    _twins(comment, _locked(comment.handed_in, by, whole_group)).delete()
    comment.delete()


@transaction.atomic
def keep_comment(*, owner: User, text: str) -> SavedComment:
    """Keep a text to use it again; one that is kept already is given as it is. Raises MarkingError."""
    text = _text(text, LONGEST_KEPT)
    if SavedComment.objects.filter(owner=owner).exclude(text=text).count() >= MOST_KEPT:
        raise MarkingError(f"You can keep {MOST_KEPT} comments. Remove one that you no longer use.")
    return SavedComment.objects.get_or_create(owner=owner, text=text)[0]


def count_use(*, saved: SavedComment) -> None:
    """It was used once more, so it is offered earlier."""
    SavedComment.objects.filter(pk=saved.pk).update(uses=F("uses") + 1)


def forget_comment(*, saved: SavedComment) -> None:
    """Keep it no longer. Comments that were made with it stay."""
    saved.delete()


def _locked(handed_in: HandInItem, by: User, whole_group: bool) -> list[HandInItem]:
    """The same item in the hand-ins of the others of the group, after all are locked."""
    others = list(joint_hand_ins(handed_in.hand_in, by)) if whole_group else []
    lock_latest([handed_in.hand_in, *others])
    return list(
        HandInItem.objects.filter(hand_in__in=others, item=handed_in.item_id).select_related("hand_in")
    )


def _lines_in(handed_in: HandInItem, path: str) -> int:
    """How many lines a text has; 0 for what is no text or not there."""
    file = next((one for one in files_of(handed_in) if one["path"] == path), {})
    return len(LINE_END.split(file["text"])) if "text" in file else 0


def _twins(comment: LineComment, others: list[HandInItem]) -> QuerySet[LineComment]:
    """The same comment on the others' hand-ins."""
    return LineComment.objects.filter(
        handed_in__in=others,
        path=comment.path,
        line=comment.line,
        text=comment.text,
        author=comment.author_id,
    )


def _text(text: str, longest: int = LONGEST) -> str:
    text = text.strip()
    if not text:
        raise MarkingError("Write something first.")
    if len(text) > longest:
        raise MarkingError(f"This comment is too long: it may have {longest:,} characters.")
    return text
