"""What the page of a student may know of an exercise."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

_NAMED_TESTS = {"unittest": "file", "doctest": "file"}


def public(document: Mapping[str, Any], recorded: Mapping[str, Any], person: str) -> dict[str, Any]:
    """`document` without solution, pictures, hints, hidden checks, and files that only the teacher's page needs;
    `recorded` of the checks that are left; `hidden`: how many are not.

    Of a puzzle's inputs it holds the one of this person, with the answer sealed where it can be.
    """
    checks = [check for check in document["checks"] if not check["hidden"]]
    named = {check[_NAMED_TESTS[check["kind"]]] for check in checks if check["kind"] in _NAMED_TESTS}
    tests = [file for file in document["tests"] if file["path"] in named]
    kept = {check["id"]: _own(check, recorded, person) for check in checks if check["id"] in recorded}
    return {
        "document": {
            **document, "solution": [], "pictures": [], "hints": [], "tests": tests, "checks": checks
        },
        "recorded": kept,
        "hidden": len(document["checks"]) - len(checks),
    }  # fmt: skip


def own_input(check: str, person: str, inputs: Sequence[Any]) -> Any:
    """Which of the inputs of a puzzle belongs to a person: the same one always, and spread evenly."""
    return inputs[int(hashlib.sha256(f"{person}/{check}".encode()).hexdigest()[:8], 16) % len(inputs)]


def _own(check: Mapping[str, Any], recorded: Mapping[str, Any], person: str) -> Any:
    kept = recorded[check["id"]]
    if check["kind"] != "puzzle":
        return kept
    own = own_input(check["id"], person, kept["inputs"])
    return {"inputs": [{name: own[name] for name in own if name != "answer" or "sealed" not in own}]}
