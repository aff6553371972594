"""One assignment of the demo class, and what teacher and students do with it: through the services, as in a lesson."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from secrets import token_urlsafe

from django.utils import timezone

from accounts.models import Classroom, User
from assessment.demo_content import DemoAssignment, DemoProgram, demo_programs
from assessment.enums import BatchKind, LatePolicy, Outcome
from assessment.models import Assignment, HandIn, Submission
from assessment.queries.batches import tasks_of
from assessment.queries.scope import AssignmentScope
from assessment.services.assignments import Item, Line, publish_assignment, save_assignment
from assessment.services.batches import finish_batch, start_batch
from assessment.services.comments import add_comment
from assessment.services.demo.clock import let_pass
from assessment.services.handing_in import begin, collect, hand_in, open_item
from assessment.services.marking import release_all, save_marking
from assessment.services.verdicts import Found, store_verdicts
from exercises.models import Exercise, Work
from exercises.services import add_attempt
from projects.demo_content import DemoProject, demo_projects
from projects.models import Project
from projects.services import save_file
from projects.services.replays import Change

AFTERNOON = 16  # hour of the school's day at which work is due
RUNTIME = "Recorded with the demo school"


class Lesson:
    """An assignment that the demo teacher has published for her class. Students go by their user names."""

    def __init__(self, demo: DemoAssignment, teacher: User, classroom: Classroom, *, due_in: int) -> None:
        """`due_in` is a number of days from now."""
        self.demo, self.teacher, self.classroom = demo, teacher, classroom
        self.assignment = publish_assignment(assignment=draft(demo, teacher, classroom, due_in=due_in))
        self.items = list(self.assignment.items.all())
        self.students = {one.username: one for one in classroom.students.all()}
        self._submissions: dict[str, Submission] = {}

    def wait(self, *, days: int) -> None:
        """So much time passes."""
        let_pass(self.assignment, days=days)

    def write(self, username: str, *programs: str, checked: bool = True) -> None:
        """Open the exercises, the first ones first, write a program for each, and press Check."""
        submission = self._submission(username)
        for place, item, name in zip(self.demo.exercises, self.items, programs, strict=False):
            program = demo_programs()[place, name]
            project = open_item(submission=submission, item=item)
            _save(submission.student, project, project.main_path, program.text)
            if checked:
                _check(project.exercise_work, program)

    def open(self, username: str) -> Project:
        """Open the first thing to work on, and leave it as it is."""
        return open_item(submission=self._submission(username), item=self.items[0])

    def hand_in(self, *usernames: str) -> None:
        """Each presses Hand in."""
        for username in usernames:
            submission = self._submission(username)
            hand_in(submission=submission, by=submission.student)

    def collect(self, username: str) -> None:
        """The teacher takes what is there."""
        collect(submission=self._submission(username), by=self.teacher)

    def verify(self) -> None:
        """The teacher presses Verify all."""
        scope = AssignmentScope(self.teacher, self.classroom, self.assignment)
        batch = start_batch(scope=scope, kind=BatchKind.VERIFY)
        known = {program.text: program for program in demo_programs().values()}
        found = [
            Found(
                task.first.attempt_id, RUNTIME, _results(known[_main_text(task.first.attempt.snapshot.files)])
            )
            for task in tasks_of(batch, self.teacher)
        ]
        store_verdicts(teacher=self.teacher, batch=batch, found=found)
        finish_batch(batch=batch)

    def mark(
        self,
        username: str,
        *points: int,
        feedback: str = "",
        outcome: Outcome = Outcome.COMPLETE,
        again_in: int | None = None,
    ) -> None:
        """Points for the lines of the rubric, a word, and what becomes of it; `again_in` is a number of days."""
        given_in = self._handed_in(username)
        marking = getattr(given_in, "marking", None)
        criteria = self.assignment.criteria.values_list("pk", flat=True)
        save_marking(
            hand_in=given_in,
            by=self.teacher,
            revision=marking.revision if marking else 0,
            feedback=feedback,
            outcome=outcome,
            redo_due_at=None if again_in is None else afternoon(again_in),
            points={pk: Decimal(each) for pk, each in zip(criteria, points, strict=True)},
        )

    def comment(self, username: str, item: int, line: int, text: str) -> None:
        """On a line of the main file of the item with this number, which counts from 0."""
        handed_in = self._handed_in(username).items.all()[item]
        add_comment(handed_in=handed_in, by=self.teacher, path="main.py", line=line, text=text)

    def release(self) -> None:
        """All that is decided."""
        release_all(assignment=self.assignment, students=self.students.values(), by=self.teacher)

    def _submission(self, username: str) -> Submission:
        if username not in self._submissions:
            self._submissions[username] = begin(student=self.students[username], assignment=self.assignment)
        return self._submissions[username]

    def _handed_in(self, username: str) -> HandIn:
        return HandIn.objects.filter(submission=self._submission(username))[0]


def draft(demo: DemoAssignment, teacher: User, classroom: Classroom, *, due_in: int) -> Assignment:
    """The assignment as the teacher saves it."""
    return save_assignment(
        by=teacher,
        classrooms=[classroom],
        items=list(_items(demo)),
        criteria=[
            Line(
                one.title, one.levels[0][0], [{"points": points, "text": text} for points, text in one.levels]
            )
            for one in demo.criteria
        ],
        title=demo.title,
        text=demo.text,
        category=demo.category,
        due_at=afternoon(due_in),
        late_policy=LatePolicy.PERCENT if demo.project else LatePolicy.MARKED,
    )


def afternoon(days: int) -> datetime:
    """Four o'clock of the school, so many days from today."""
    day = timezone.localtime() + timedelta(days=days)
    return day.replace(hour=AFTERNOON, minute=0, second=0, microsecond=0)


def _items(demo: DemoAssignment) -> Iterable[Item]:
    for place in demo.exercises:
        collection, slug = place.split("/")
        yield Item(exercise=Exercise.objects.get(collection__slug=collection, slug=slug))
    if demo.project:
        [project] = [one for one in demo_projects() if one.slug == demo.project]
        yield Item(title=project.name, template=_template(project))


def _template(project: DemoProject) -> dict[str, object]:
    files = [{"path": path, "text": content.decode()} for path, content in project.files.items()]
    return {"main": project.main_path, "files": files}


def _save(person: User, project: Project, path: str, text: str) -> None:
    file = project.files.get(path=path)
    change = Change("save", file.revision, token_urlsafe(12), path, text.encode())
    save_file(person=person, project_id=project.pk, file_id=file.pk, change=change)


def _check(work: Work, program: DemoProgram) -> None:
    version = work.exercise.open_version
    visible = [check["id"] for check in version.document["checks"] if not check["hidden"]]
    files = [{"path": version.document["main"], "text": program.text}]
    states = program.states
    add_attempt(
        work=work,
        version=version,
        files=files,
        results={check: states[check] for check in visible},
        nonce=token_urlsafe(16),
    )


def _results(program: DemoProgram) -> list[dict[str, str]]:
    """What a teacher's browser finds of it."""
    states, nothing = program.states, dict.fromkeys(("given", "expected", "got"), "")
    return [
        {
            "check": check["id"],
            "state": states[check["id"]],
            "trust": "outside",
            "summary": "" if states[check["id"]] == "passed" else check["message"],
            **nothing,
        }
        for check in program.exercise.document["checks"]
    ]


def _main_text(files: list[dict[str, str]]) -> str:
    [file] = files
    return file["text"]
