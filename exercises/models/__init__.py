"""Exercises: what teachers write, what of it is published, and what students did with it."""

from exercises.models.attempt import Attempt, Snapshot
from exercises.models.collection import Collection
from exercises.models.exercise import Exercise
from exercises.models.parts import Check, ExerciseFile, Hint
from exercises.models.version import ExerciseVersion
from exercises.models.work import Work

__all__ = [
    "Attempt",
    "Check",
    "Collection",
    "Exercise",
    "ExerciseFile",
    "ExerciseVersion",
    "Hint",
    "Snapshot",
    "Work",
]
