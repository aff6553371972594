"""Closed sets of the exercises app."""

from django.db.models import TextChoices


class Difficulty(TextChoices):
    """How hard an exercise is for those whom it was written for."""

    EASY = "easy", "Easy"
    MEDIUM = "medium", "Medium"
    HARD = "hard", "Hard"


class ShowSolution(TextChoices):
    """When a student may see the solution."""

    PASSED = "passed", "After passing"
    NEVER = "never", "Never"


class FileRole(TextChoices):
    """What a file of an exercise is for."""

    STARTER = "starter", "Starter: what a student begins with"
    SOLUTION = "solution", "Solution: laid over the starter"
    TESTS = "tests", "Tests: used by checks"
    PICTURES = "pictures", "Pictures: shown in the text"


class CheckKind(TextChoices):
    """What a check looks at; `docs/checks.md` says which fields each has."""

    OUTPUT = "output", "Input and output"
    FUNCTION = "function", "Function"
    CLASS = "class", "Class"
    UNITTEST = "unittest", "unittest file"
    DOCTEST = "doctest", "doctest file"
    PUZZLE = "puzzle", "Puzzle with one answer"
    SOURCE = "source", "Rules for the source"
    FILE = "file", "File written"
    FIGURE = "figure", "Figure drawn"
    PICTURE = "picture", "Picture drawn"
    TURTLE = "turtle", "Turtle picture"
    RANDOM = "random", "Random inputs"


class Show(TextChoices):
    """How much of a check its verdict shows."""

    ALL = "all", "Input, expected and got"
    INPUT = "input", "The input alone"
    VERDICT = "verdict", "Passed or failed, nothing else"


class CheckState(TextChoices):
    """What came of a check."""

    PASSED = "passed", "Passed"
    FAILED = "failed", "Failed"
    ERROR = "error", "Error"
