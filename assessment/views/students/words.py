"""Sentences about times and hand-ins, for students."""

from datetime import datetime

from assessment.enums import LatePolicy
from assessment.models import HandIn
from assessment.moments import distance, exactly
from assessment.queries.items import Line
from assessment.times import Times


def late_rule(times: Times) -> str:
    """What happens to work that comes after it was due, and when it closes; empty where it is never due."""
    if times.due_at is None:
        return _closing(times)
    rules = {
        LatePolicy.ACCEPTED: "Work that comes later is taken like any other.",
        LatePolicy.MARKED: "Work that comes later is taken, and shown as late.",
        LatePolicy.PERCENT: f"Each day late, even a part of one, costs {times.late_percent}% of the points.",
        LatePolicy.REFUSED: "Nothing is taken after that.",
    }
    return f"{rules[times.late_policy]} {_closing(times)}".strip()


def late_sentence(times: Times, now: datetime) -> str:
    """What handing in at that moment costs; empty when it is in time, or when being late makes no difference."""
    if not times.late_by(now) or times.late_policy == LatePolicy.ACCEPTED:
        return ""
    penalty = times.penalty(now)
    cost = f", which costs {penalty}% of its points" if penalty else ""
    return f"It was due {distance(times.due_at, now)}, so it is late{cost}." if times.due_at else ""


def missing_sentence(lines: list[Line]) -> str:
    """`2 of 5 exercises have not been begun.`; empty when everything was."""
    missing = [line for line in lines if not line.is_begun]
    if not missing:
        return ""
    kinds = {line.item.exercise_id is None for line in lines}
    word = "part" if len(kinds) > 1 else "project" if kinds == {True} else "exercise"
    if len(lines) == 1:
        return f"The {word} has not been begun."
    verb = "has" if len(missing) == 1 else "have"
    return f"{len(missing)} of {len(lines)} {word}s {verb} not been begun."


def handed_in_sentence(hand_in: HandIn) -> str:
    """`Handed in Friday 20 November, 16:12, receipt K7QD-4M9X.`"""
    return f"Handed in {exactly(hand_in.handed_in_at)}, receipt {hand_in.receipt}."


def _closing(times: Times) -> str:
    if times.closes_at is None or (
        times.due_at == times.closes_at and times.late_policy == LatePolicy.REFUSED
    ):
        return ""
    return f"It closes on {exactly(times.closes_at)}; after that nothing can be handed in."
