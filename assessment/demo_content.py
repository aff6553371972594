"""What the demo class was set, and the programs that its students wrote: `demo/COLLECTION/EXERCISE/NAME.py`.

A program that does not pass begins with the checks that it fails, each in a comment `# Fails: name of the check`. These
lines say what its student's browser reported; nobody sees them.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exercises.demo_content import DemoExercise, demo_exercises

FOLDER = Path(__file__).parent / "demo"
FAILS = "# Fails: "


@dataclass(frozen=True, slots=True)
class DemoProgram:
    """A student's answer to a demo exercise, and the names of the checks that it fails."""

    exercise: DemoExercise
    name: str
    text: str
    fails: frozenset[str]

    @property
    def states(self) -> dict[str, str]:
        """By check, hidden ones included: what the engine finds."""
        return {
            check["id"]: "failed" if check["name"] in self.fails else "passed"
            for check in self.exercise.document["checks"]
        }


@dataclass(frozen=True, slots=True)
class DemoCriterion:
    """A line of a rubric; `levels` are points and words, the best first."""

    title: str
    levels: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DemoAssignment:
    """Exercises as `COLLECTION/EXERCISE`, or the name of a demo project to start from; a rubric."""

    title: str
    text: str
    category: str
    exercises: tuple[str, ...] = ()
    project: str = ""
    criteria: tuple[DemoCriterion, ...] = ()


READABLE = DemoCriterion(
    "Readable",
    (
        (4, "Names say what they hold; every line is needed."),
        (2, "One can follow it with some effort."),
        (0, "Hard to follow."),
    ),
)
NUMBERS = DemoAssignment(
    title="Numbers and loops",
    text="Two short programs to begin with. Press **Check** as often as you like before you hand in.",
    category="Homework",
    exercises=("first-steps/02-fahrenheit", "first-steps/04-times-table"),
    criteria=(READABLE,),
)
FUNCTIONS = DemoAssignment(
    title="Functions and dictionaries",
    text="Write each function so that somebody else can use it without reading it.",
    category="Homework",
    exercises=("first-steps/08-frame", "first-steps/09-letters"),
    criteria=(READABLE,),
)
PRICES = DemoAssignment(
    title="Averages, prices and questions",
    text="Three exercises, the easiest first. The last one must not crash, whatever people type.",
    category="Homework",
    exercises=("data-and-charts/01-average", "first-steps/07-prices", "first-steps/11-ask-again"),
)
QUIZ = DemoAssignment(
    title="A quiz of your own",
    text="Start from the quiz that is there. Add at least five questions, and one new idea of your own.",
    category="Project",
    project="quiz",
    criteria=(
        DemoCriterion(
            "Questions", ((6, "Five or more, and all are right."), (3, "Fewer, or some are wrong."))
        ),
        DemoCriterion("A new idea", ((4, "It works and surprises."), (2, "It nearly works."), (0, "None."))),
        READABLE,
    ),
)
CLASSES = DemoAssignment(
    title="Classes and times",
    text="A draft: students do not see it until it is published.",
    category="Test",
    exercises=("first-steps/12-tank", "first-steps/15-clock"),
)


@lru_cache(maxsize=1)
def demo_programs() -> dict[tuple[str, str], DemoProgram]:
    """All of them, by `COLLECTION/EXERCISE` and name."""
    exercises = {f"{one.collection}/{one.slug}": one for one in demo_exercises()}
    return {
        (place, path.stem): _read(exercises[place], path)
        for place in sorted(exercises)
        for path in sorted((FOLDER / place).glob("*.py"))
    }


def _read(exercise: DemoExercise, path: Path) -> DemoProgram:
    lines = path.read_text().splitlines(keepends=True)
    fails = frozenset(line.removeprefix(FAILS).strip() for line in lines if line.startswith(FAILS))
    text = "".join(line for line in lines if not line.startswith(FAILS))
    return DemoProgram(exercise, path.stem, text, fails)
