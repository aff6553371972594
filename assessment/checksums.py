"""What names the checks that a verdict was made with."""

from exercises.document import digest
from exercises.models import ExerciseVersion

# What of a document decides a verdict: a change of its text or its hints does not.
DECIDING = ("main", "starter", "solution", "tests", "checks")


def checks_sha256(version: ExerciseVersion) -> str:
    """Of everything that decides a verdict: checks with their files, the solution, and what was recorded from it."""
    return digest([*(version.document[part] for part in DECIDING), version.recorded])
