"""The addresses behind the marking screen; shapes stand in `docs/architecture.md`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from accounts.requests import SignedInRequest
from assessment.api.marking_payloads import notes_in, place_in, storable, whole_group
from assessment.api.rows import found_one, teacher_of
from assessment.errors import AssessmentError, ChangedMeanwhileError, NotLatestError
from assessment.marking_shapes import comment_shape, marking_shape, saved_shape, screen_shape, sum_shape
from assessment.models import HandIn, HandInItem, LineComment, Marking, SavedComment, Submission
from assessment.numbers import number_from
from assessment.queries.assignments import submissions_visible_to
from assessment.queries.handed_in import file_id, files_of
from assessment.queries.marking import contents, is_released_as_it_is, latest_releases
from assessment.queries.screen import screen_of
from assessment.services import comments, marking
from assessment.services.handing_in import collect
from exercises.document.files import bytes_of
from projects.api.endpoint import endpoint
from projects.api.errors import NOT_FOUND, Refusal, invalid
from projects.api.payloads import read_json, typed
from schools.errors import json_error

Answer = dict[str, Any]


def look(request: SignedInRequest, submission_id: int) -> Answer:
    """`?hand-in=` chooses one; the latest otherwise."""
    submission = _submission(request, submission_id)
    try:
        number = number_from(chosen) if (chosen := request.GET.get("hand-in")) else None
        return {"screen": screen_shape(screen_of(submission, request.user, number))}
    except (ValueError, HandIn.DoesNotExist) as error:
        raise Refusal(*NOT_FOUND) from error


def save(request: SignedInRequest, submission_id: int) -> Answer | HttpResponseBase:
    """What is noted now; 409 `changed` with the present `marking` when somebody else has saved since."""
    submission = _submission(request, submission_id)
    criteria = {one.pk: one for one in submission.assignment.criteria.all()}
    payload = read_json(request)
    hand_in, notes = _hand_in(payload, submission), notes_in(payload, criteria)
    try:
        with _refusing():
            marking.save_marking(hand_in=hand_in, by=request.user, **notes)
    except ChangedMeanwhileError as error:
        return json_error(409, "changed", str(error), **_noted(hand_in))
    return _noted(hand_in)


def show_student(request: SignedInRequest, submission_id: int) -> Answer:
    """Release the latest hand-in's marking."""
    submission = _submission(request, submission_id)
    payload = read_json(request)
    hand_in = _hand_in(payload, submission)
    noted = Marking.objects.filter(hand_in=hand_in).select_related("hand_in__submission").first()
    if noted is None:
        raise invalid(marking.UNDECIDED)
    with _refusing():
        marking.release(marking=noted, by=request.user, whole_group=whole_group(payload))
    return _screen(request, submission_id)


def take(request: SignedInRequest, submission_id: int) -> Answer:
    """Collect what was never handed in."""
    submission = _submission(request, submission_id)
    with _refusing():
        collect(submission=submission, by=request.user)
    return _screen(request, submission_id)


def excuse(request: SignedInRequest, submission_id: int) -> Answer:
    """`{excused}`."""
    submission = _submission(request, submission_id)
    excused = typed(read_json(request).get("excused"), bool, "excused")
    marking.excuse(submission=submission, by=request.user, excused=excused)
    return _screen(request, submission_id)


def comment(request: SignedInRequest, submission_id: int) -> Answer:
    """`{item, path, line, text, wholeGroup}`: a comment on a line of the latest hand-in."""
    submission = _submission(request, submission_id)
    payload = read_json(request)
    item, path, line = place_in(payload)
    rows = HandInItem.objects.filter(hand_in=_hand_in(payload, submission), item=item)
    row = found_one(rows.select_related("hand_in", "attempt__snapshot", "snapshot"), item, "item")
    with _refusing():
        made = comments.add_comment(
            handed_in=row,
            by=request.user,
            path=path,
            line=line,
            text=storable(payload, "text"),
            whole_group=whole_group(payload),
        )
    return {"comment": comment_shape(made)}


def change(request: SignedInRequest, submission_id: int, comment_id: int) -> Answer:
    """`{text, wholeGroup}`."""
    found = _comment(request, submission_id, comment_id)
    payload = read_json(request)
    text, together = storable(payload, "text"), whole_group(payload)
    with _refusing():
        changed = comments.change_comment(comment=found, by=request.user, text=text, whole_group=together)
    return {"comment": comment_shape(changed)}


def delete(request: SignedInRequest, submission_id: int, comment_id: int) -> Answer:
    """`{wholeGroup}`."""
    found = _comment(request, submission_id, comment_id)
    with _refusing():
        comments.delete_comment(comment=found, by=request.user, whole_group=whole_group(read_json(request)))
    return {}


def content(
    request: SignedInRequest, submission_id: int, handed_in_id: int, content_id: UUID
) -> HttpResponseBase:
    """The bytes of a file that was handed in, as an attachment."""
    rows = HandInItem.objects.filter(hand_in__submission=_submission(request, submission_id))
    row = found_one(rows.select_related("attempt__snapshot", "snapshot"), handed_in_id)
    file = next((one for one in files_of(row) if file_id(row, one["path"]) == content_id), None)
    if file is None:
        raise Refusal(*NOT_FOUND)
    response = HttpResponse(bytes_of(file), content_type="application/octet-stream")
    response["Content-Disposition"] = "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def list_saved(request: SignedInRequest) -> Answer:
    """One's own, the most used first."""
    own = SavedComment.objects.filter(owner=teacher_of(request))
    return {"saved": [saved_shape(one) for one in own]}


def keep(request: SignedInRequest) -> Answer:
    """`{text}`."""
    teacher = teacher_of(request)
    with _refusing():
        saved = comments.keep_comment(owner=teacher, text=storable(read_json(request), "text"))
    return {"saved": saved_shape(saved)}


def use(request: SignedInRequest, saved_id: int) -> Answer:
    """It was used once more."""
    comments.count_use(saved=_saved(request, saved_id))
    return {}


def forget(request: SignedInRequest, saved_id: int) -> Answer:
    """Keep it no longer."""
    comments.forget_comment(saved=_saved(request, saved_id))
    return {}


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except ChangedMeanwhileError:
        raise
    except NotLatestError as error:
        raise Refusal(409, "not-latest", str(error)) from error
    except AssessmentError as error:
        raise invalid(str(error)) from error


def _submission(request: SignedInRequest, submission_id: int) -> Submission:
    visible = submissions_visible_to(teacher_of(request)).select_related("student", "assignment")
    return found_one(visible, submission_id)


def _hand_in(payload: dict[str, Any], submission: Submission) -> HandIn:
    """That of the number that the page shows: it may be the latest no longer."""
    number = typed(payload.get("handIn"), int, "handIn")
    return found_one(submission.hand_ins.select_related("submission__student"), number, "number")


def _comment(request: SignedInRequest, submission_id: int, comment_id: int) -> LineComment:
    submission = _submission(request, submission_id)
    found = LineComment.objects.filter(handed_in__hand_in__submission=submission)
    return found_one(found.select_related("handed_in__hand_in", "author"), comment_id)


def _saved(request: SignedInRequest, saved_id: int) -> SavedComment:
    return found_one(SavedComment.objects.filter(owner=teacher_of(request)), saved_id)


def _noted(hand_in: HandIn) -> Answer:
    """MARKING and SUM as they are now, and whether the student sees exactly that."""
    noted = Marking.objects.select_related("by", "hand_in__submission").get(hand_in=hand_in)
    tally, held = contents([hand_in])[hand_in.pk]
    released = latest_releases([hand_in]).get(hand_in.pk)
    return {
        "marking": marking_shape(noted, tally.points),
        "sum": sum_shape(tally, hand_in.penalty),
        "isReleased": is_released_as_it_is(noted, tally, held, released),
    }


def _screen(request: SignedInRequest, submission_id: int) -> Answer:
    return {"screen": screen_shape(screen_of(_submission(request, submission_id), request.user))}


noted = endpoint(GET=look, PUT=save)
released = endpoint(POST=show_student)
collected = endpoint(POST=take)
excused = endpoint(POST=excuse)
commented = endpoint(POST=comment)
one_comment = endpoint(PATCH=change, DELETE=delete)
file_content = endpoint(GET=content)
saved_comments = endpoint(GET=list_saved, POST=keep)
saved_comment = endpoint(PATCH=use, DELETE=forget)
