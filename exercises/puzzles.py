"""Whose input of a puzzle is whose."""

from typing import Any

from accounts.models import User
from exercises.document.public import own_input


def person_key(user: User) -> str:
    """What stands for a person where a puzzle's input is picked."""
    return str(user.pk)


def own_input_files(document: dict[str, Any], recorded: dict[str, Any], person: str) -> dict[str, str]:
    """The files with a person's own inputs of an exercise's puzzles: path → text."""
    return {
        check["input_file"]: own_input(check["id"], person, recorded[check["id"]]["inputs"])["input"]
        for check in document["checks"]
        if check["kind"] == "puzzle" and check["id"] in recorded
    }
