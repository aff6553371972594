"""What the marking screen starts from and what its API answers. The page reads exactly these names.

Times are texts in the school's time zone; points are texts as people write them, empty where nothing is noted.
"""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.timezone import localtime

from accounts.models import User
from assessment.disagreement import PASSED, differing_checks
from assessment.marks import mark_of, points_text
from assessment.models import (
    AssignmentItem,
    Criterion,
    HandInItem,
    LineComment,
    Marking,
    Release,
    SavedComment,
    Submission,
    Verdict,
)
from assessment.queries.handed_in import file_id, files_of, main_of
from assessment.queries.item_results import NOT_RUN, ItemResult
from assessment.queries.marking import Tally
from assessment.queries.screen import Marked, Screen
from exercises.document.files import bytes_of
from projects.models import Project
from projects.shapes import files_shape

Shape = dict[str, Any]
TIME_INPUT = "%Y-%m-%dT%H:%M"  # as `<input type="datetime-local">` has it


def when(moment: datetime) -> str:
    """A moment, for people."""
    return date_format(localtime(moment), "j F Y, H:i")


def screen_shape(screen: Screen) -> Shape:
    """SCREEN: all that is shown of a submission. `handIn`, `sum` and `marking` are null where nothing was handed in."""
    submission, marked = screen.submission, screen.marked
    return {
        "submission": submission_shape(screen),
        "handIns": [{"number": one.number, "at": when(one.handed_in_at)} for one in screen.hand_ins],
        "handIn": hand_in_shape(marked, submission.student) if marked else None,
        "items": [_item_of(item, screen) for item in screen.items],
        "marking": marking_shape(marked.marking, marked.tally.points) if marked else None,
        "sum": sum_shape(marked.tally, marked.hand_in.penalty) if marked else None,
        "comments": [comment_shape(one) for one in marked.comments] if marked else [],
        "releases": [release_shape(one) for one in marked.releases] if marked else [],
        "isReleased": marked.is_released if marked else False,
        "url": reverse("assessment:mark", args=[submission.pk]),
        "api": reverse("assessment:marking", args=[submission.pk]),
    }


def submission_shape(screen: Screen) -> Shape:
    """SUBMISSION: whose it is, where it stands, and how it came there. `others` are marked with it."""
    submission, marked = screen.submission, screen.marked
    return {
        "id": submission.pk,
        "student": str(submission.student),
        "username": submission.student.username,
        "group": screen.group,
        "others": [str(one) for one in marked.others] if marked else [],
        "othersDiffer": marked.differs if marked else False,
        "state": submission.state,
        "stateLabel": submission.get_state_display(),
        "excused": submission.excused,
        "events": [
            {
                "state": one.get_state_display(),
                "at": when(one.at),
                "by": str(one.by or ""),
                "note": one.note,
            }
            for one in screen.events
        ],
    }


def hand_in_shape(marked: Marked, student: User) -> Shape:
    """HANDIN: when, how late, and what that costs. `by` is empty when she did it herself."""
    hand_in = marked.hand_in
    return {
        "number": hand_in.number,
        "isLatest": marked.is_latest,
        "at": when(hand_in.handed_in_at),
        "by": "" if hand_in.by_id == student.pk else str(hand_in.by or "somebody whose account is gone"),
        "late": _duration(hand_in.late_by),
        "penalty": hand_in.penalty,
        "receipt": hand_in.receipt,
    }


def item_shape(
    item: AssignmentItem, student: User, result: ItemResult | None, lines: list[Shape], work: Shape | None
) -> Shape:
    """ITEM: what its checks come to, each of them, and the WORK that is shown; null when it was never begun."""
    return {
        "id": item.pk,
        "title": str(item),
        "hasChecks": item.exercise_id is not None,
        "points": _points(result.points if result else None),
        "of": points_text(Decimal(item.points)),
        "passed": result.passed if result else None,
        "checks": result.checks if result else None,
        "trust": result.trust if result else "none",
        "disagrees": result.disagrees if result else False,
        "cell": _cell_address(item, student),
        "lines": lines,
        "work": work,
    }


def _item_of(item: AssignmentItem, screen: Screen) -> Shape:
    student, marked = screen.submission.student, screen.marked
    if marked is None:
        project = screen.begun.get(item.pk)
        return item_shape(item, student, None, [], present_work(project) if project else None)
    result, row = marked.tally.items[item.pk], marked.rows.get(item.pk)
    if row is None:
        return item_shape(item, student, result, [], None)
    verdict = marked.verdicts.get(row.attempt_id or 0)
    return item_shape(
        item, student, result, check_lines(row, verdict), handed_in_work(row, screen.submission)
    )


def check_lines(row: HandInItem, verdict: Verdict | None) -> list[Shape]:
    """One for each check: what was reported, what was found."""
    if row.attempt is None:
        return []
    document = (verdict or row.attempt).version.document
    found = {one["check"]: one for one in verdict.results} if verdict else {}
    differing = set(differing_checks(row.attempt, found.values()))
    return [
        {
            "name": check["name"],
            "hidden": check["hidden"],
            "reported": row.attempt.results.get(check["id"], NOT_RUN),
            "verified": found.get(check["id"], {}).get("state", NOT_RUN),
            "summary": _summary(found.get(check["id"], {})),
            "differs": check["id"] in differing,
        }
        for check in document["checks"]
    ]


def handed_in_work(row: HandInItem, submission: Submission) -> Shape:
    """WORK: the files as they were handed in."""
    return {
        "mainPath": main_of(row),
        "filesUrl": f"{reverse('assessment:marking', args=[submission.pk])}files/{row.pk}/",
        "files": [_file(row, one) for one in files_of(row)],
    }


def present_work(project: Project) -> Shape:
    """WORK: the files as they are saved now."""
    return {
        "mainPath": project.main_path,
        "filesUrl": reverse("projects:files", args=[project.pk]),
        "files": files_shape(list(project.files.filter(deleted_at__isnull=True))),
    }


def marking_shape(marking: Marking | None, points: dict[int, Decimal]) -> Shape:
    """MARKING: what is noted, and by whom last. `revision` is 0 before the first save."""
    return {
        "revision": marking.revision if marking else 0,
        "feedback": marking.feedback if marking else "",
        "override": _points(marking.override if marking else None),
        "outcome": marking.outcome if marking else "",
        "redoDueAt": _time_input(marking.redo_due_at if marking else None),
        "points": {str(key): points_text(value) for key, value in points.items()},
        "by": str(marking.by or "") if marking and marking.revision else "",
        "at": when(marking.changed_at) if marking and marking.revision else "",
    }


def sum_shape(tally: Tally, penalty: int) -> Shape:
    """SUM: the mark as it counts, and in one sentence how it comes about whatever was set by hand."""
    parts = []
    if tally.checks.of:
        parts.append(f"Checks {_of(tally.checks.points, tally.checks.of)}")
    if tally.criteria:
        parts.append(f"rubric {_of(tally.rubric.points, tally.rubric.of)}")
    if penalty:
        parts.append(f"late −{penalty} %")
    computed = mark_of([tally.checks, tally.rubric], penalty=penalty)
    sentence = (
        f"{', '.join(parts)}: {_of(computed.points, computed.of)}"
        if parts
        else "There are no points to add up."
    )
    return {
        "points": points_text(tally.mark.points),
        "of": points_text(tally.mark.of),
        "overridden": tally.mark.overridden,
        "sentence": sentence[:1].upper() + sentence[1:],
    }


def criterion_shape(criterion: Criterion) -> Shape:
    """CRITERION: a line of the rubric."""
    return {
        "id": criterion.pk,
        "title": criterion.title,
        "of": str(criterion.points),
        "levels": [
            {"points": points_text(Decimal(str(one["points"]))), "text": str(one["text"])}
            for one in criterion.levels
        ],
    }


def comment_shape(comment: LineComment) -> Shape:
    """COMMENT: on a line of a file."""
    return {
        "id": comment.pk,
        "item": comment.handed_in.item_id,
        "path": comment.path,
        "line": comment.line,
        "text": comment.text,
        "by": str(comment.author or ""),
    }


def saved_shape(saved: SavedComment) -> Shape:
    """SAVED: a comment that is kept to be used again."""
    return {"id": saved.pk, "text": saved.text, "uses": saved.uses}


def release_shape(release: Release) -> Shape:
    """RELEASE: what the student was shown, and when."""
    return {
        "at": when(release.released_at),
        "by": str(release.by or ""),
        "outcome": release.get_outcome_display(),
        "mark": _of(release.points, release.of),
    }


def _file(row: HandInItem, file: dict[str, str]) -> Shape:
    """FILE, as `projects.shapes.file_shape` makes it."""
    return {
        "id": str(file_id(row, file["path"])),
        "path": file["path"],
        "revision": 1,
        "size": len(bytes_of(file)),
        "binary": "text" not in file,
        "text": file.get("text"),
        "url": "",
        "deleted": False,
        "savedAt": "",
    }


def _cell_address(item: AssignmentItem, student: User) -> str:
    """The page of the student's attempts at an exercise; empty for a project."""
    if item.exercise_id is None:
        return ""
    return reverse("assessment:assignment-cell", args=[item.assignment_id, student.pk, item.exercise_id])


def _summary(result: dict[str, str]) -> str:
    """What was found, where it is worth a word."""
    return result.get("summary", "") if result.get("state", PASSED) != PASSED else ""


def _points(points: Decimal | None) -> str:
    return "" if points is None else points_text(points)


def _of(points: Decimal | None, of: Decimal) -> str:
    return f"{points_text(points or Decimal(0))} of {points_text(of)}"


def _duration(late: timedelta) -> str:
    if not late:
        return ""
    since = datetime(2000, 1, 1)
    return timesince(since, since + late).replace("\xa0", " ")


def _time_input(moment: datetime | None) -> str:
    return localtime(moment).strftime(TIME_INPUT) if moment else ""
