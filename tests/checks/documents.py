"""Small exercises to test with."""

from typing import Any


def exercise(
    *checks: dict[str, Any], solution: str = "", tests: dict[str, str] | None = None
) -> dict[str, Any]:
    """A document with these checks, which are called 1, 2, 3… unless they have an id."""
    return {
        "title": "Exercise",
        "main": "main.py",
        "starter": program(""),
        "solution": program(solution),
        "tests": [{"path": path, "text": text} for path, text in (tests or {}).items()],
        "checks": [{"id": str(number), **check} for number, check in enumerate(checks, start=1)],
    }


def program(text: str, **others: str) -> list[dict[str, str]]:
    """The files of a project: `main.py`, and others by their names without `.py`."""
    files = [{"path": "main.py", "text": text}]
    return files + [{"path": f"{name}.py", "text": source} for name, source in others.items()]
