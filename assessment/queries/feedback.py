"""What was released to a student, for her pages. Nothing here changes anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assessment.models import HandIn, HandInItem, Release, Submission
from assessment.queries.handed_in import files_of

AROUND = 2  # lines shown before and after the one that a comment is about


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line of a file; `is_meant` is the one that a comment is about."""

    number: int
    text: str
    is_meant: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """A teacher's comment with the lines around it; none where the file is gone."""

    path: str
    line: int
    text: str
    by: str
    code: list[CodeLine]


@dataclass(frozen=True, slots=True)
class ItemFeedback:
    """What came of an item, and what was said about its lines."""

    item: int
    title: str
    points: str | None
    of: str
    passed: int | None
    checks: int | None
    trust: str
    comments: list[Comment]


@dataclass(frozen=True, slots=True)
class Feedback:
    """A release as a page shows it."""

    release: Release
    items: list[ItemFeedback]


def feedback_of(submission: Submission | None) -> Feedback | None:
    """The release that counts, with the lines that its comments are about; None before there is one."""
    if submission is None:
        return None
    rows = Release.objects.filter(hand_in__submission=submission).select_related("hand_in", "by")
    release = rows.first()
    if release is None:
        return None
    held = {row.item_id: row for row in held_items(release.hand_in)}
    by_item: dict[int, list[dict[str, Any]]] = {}
    for comment in release.content.get("comments", []):
        by_item.setdefault(comment["item"], []).append(comment)
    items = [_item(one, by_item.get(one["item"], []), held) for one in release.content.get("items", [])]
    return Feedback(release, items)


def held_items(hand_in: HandIn) -> list[HandInItem]:
    """What was handed in, with its files."""
    rows = hand_in.items.select_related("attempt__snapshot", "attempt__version", "snapshot")
    return list(rows.defer("attempt__version__recorded"))


def _item(
    told: dict[str, Any], comments: Iterable[dict[str, Any]], held: dict[int, HandInItem]
) -> ItemFeedback:
    row = held.get(told["item"])
    texts = {file["path"]: file["text"] for file in files_of(row) if "text" in file} if row else {}
    return ItemFeedback(
        item=told["item"],
        title=told["title"],
        points=told["points"],
        of=told["of"],
        passed=told["passed"],
        checks=told["checks"],
        trust=told["trust"],
        comments=[_comment(one, texts.get(one["path"], "")) for one in comments],
    )


def _comment(told: dict[str, Any], text: str) -> Comment:
    lines = text.splitlines()
    line = told["line"]
    shown = range(max(line - AROUND, 1), min(line + AROUND, len(lines)) + 1)
    code = [CodeLine(number, lines[number - 1], number == line) for number in shown]
    return Comment(told["path"], line, told["text"], told["by"], code)
