"""Records what the solutions of the demo exercises do: `python -m tests.exercises.record_demo`.

Those that need packages of the browser are recorded there, by tests/browser/test_demo_exercises.py.
"""

import json
from typing import Any

from exercises.demo_content import DemoExercise, demo_exercises
from tests.checks.interpreters import record
from tests.exercises.answers import needs_libraries


def recorded_here(exercise: DemoExercise) -> dict[str, Any]:
    """What is recorded under CPython. Raises ValueError when a check has a problem."""
    answer = record(exercise.document)
    if answer["problems"]:
        raise ValueError(f"{exercise.slug}: {answer['problems']}")
    return answer["recorded"]


def keep(exercise: DemoExercise, recorded: dict[str, Any]) -> None:
    """Write it, one check a line; nothing where the solution decides nothing."""
    path = exercise.recorded_path
    if not recorded:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"  {json.dumps(check)}: {json.dumps(kept)}" for check, kept in recorded.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def main() -> None:
    """Record all that can be recorded here."""
    for exercise in demo_exercises():
        if not needs_libraries(exercise):
            keep(exercise, recorded_here(exercise))


if __name__ == "__main__":
    main()
