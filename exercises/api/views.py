"""The addresses of the exercise page: reporting attempts, hints, and looking back."""

from typing import Any

from accounts.models import User
from accounts.requests import SignedInRequest
from exercises import services
from exercises.api.payloads import Report, attempt_report
from exercises.errors import OtherAttemptError, TooMuchError
from exercises.limits import ATTEMPTS_A_WINDOW, WINDOW_SECONDS
from exercises.models import Attempt, Work
from exercises.nonces import new_nonce, read_nonce
from exercises.queries import attempts_of, exercises_open_to, has_passed
from exercises.shapes import attempt_shape, text_html
from projects.api.endpoint import endpoint
from projects.api.errors import NOT_FOUND, Refusal, too_large
from projects.api.payloads import read_json
from projects.assigned import assigned_to
from schools.throttle import count

Answer = dict[str, Any]
USED_UP = (403, "old-nonce", "This page was open for too long. Reload it and press Check again.")
TOO_OFTEN = (429, "slow-down", "You check very often. Wait a minute.")
NO_HINT = (409, "no-hint", "There are no more hints.")
NOT_YET = (403, "forbidden", "The solution is shown after all checks have passed.")
HELD_BACK = (403, "forbidden", "The solution is shown when your assignment is complete.")
NEVER = (403, "forbidden", "The solution of this exercise is not shown.")


def add_attempt(request: SignedInRequest, exercise_id: int) -> Answer:
    """Keep an attempt as the browser reports it; `nonce` in the answer is for the next."""
    work = _work(request.user, exercise_id)
    report = attempt_report(read_json(request), work.exercise)
    nonce = read_nonce(report.nonce, request.user, work.exercise)
    if nonce is None:
        raise Refusal(*USED_UP)
    if count(f"attempts:{request.user.pk}", WINDOW_SECONDS) > ATTEMPTS_A_WINDOW:
        raise Refusal(*TOO_OFTEN)
    attempt = _kept(work, report, nonce)
    return {
        "attempt": attempt.pk,
        "score": attempt.score,
        "passed": attempt.passed,
        "nonce": new_nonce(request.user, work.exercise),
    }


def one_attempt(request: SignedInRequest, exercise_id: int, attempt_id: int) -> Answer:
    """An attempt of one's own, with its files."""
    found = attempts_of(request.user).filter(pk=attempt_id, work__exercise=exercise_id)
    attempt = found.select_related("snapshot").first()
    if attempt is None:
        raise Refusal(*NOT_FOUND)
    return {
        **attempt_shape(attempt),
        "passed": attempt.passed,
        "version": attempt.version_id,
        "files": attempt.snapshot.files,
    }


def next_hint(request: SignedInRequest, exercise_id: int) -> Answer:
    """Open the next hint: its number from 1, its HTML, and how many are left."""
    work = _work(request.user, exercise_id)
    opened = services.open_hint(person=request.user, exercise=work.exercise)
    if opened is None:
        raise Refusal(*NO_HINT)
    number, text = opened
    left = len(work.exercise.open_version.document["hints"]) - number
    return {"number": number, "html": text_html(work.exercise, text), "left": left}


def the_solution(request: SignedInRequest, exercise_id: int) -> Answer:
    """The solution's files, for those who have passed."""
    work = _work(request.user, exercise_id)
    document = work.exercise.open_version.document
    if document["show_solution"] != "passed":
        raise Refusal(*NEVER)
    if not has_passed(work):
        raise Refusal(*NOT_YET)
    assigned = assigned_to(request.user, work.project)
    if assigned is not None and assigned.holds_solution:
        raise Refusal(*HELD_BACK)
    return {"files": document["solution"]}


def _work(person: User, exercise_id: int) -> Work:
    """The person's work on an exercise that she has opened."""
    open_now = exercises_open_to(person).filter(pk=exercise_id)
    works = Work.objects.filter(student=person, exercise__in=open_now)
    if found := works.select_related("exercise__published", "project", "student").first():
        return found
    raise Refusal(*NOT_FOUND)


def _kept(work: Work, report: Report, nonce: str) -> Attempt:
    try:
        return services.add_attempt(
            work=work, version=report.version, files=report.files, results=report.results, nonce=nonce
        )
    except OtherAttemptError as error:
        raise Refusal(409, "used-nonce", str(error)) from error
    except TooMuchError as error:
        raise too_large(str(error)) from error


attempts = endpoint(POST=add_attempt)
attempt = endpoint(GET=one_attempt)
hints = endpoint(POST=next_hint)
solution = endpoint(GET=the_solution)
