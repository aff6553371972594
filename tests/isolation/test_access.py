"""Who gets what at every address of a school: routes × roles × owners.

The routes come from the URLconf itself, so an address that is added without a row here fails. Each row says, for
every viewer, which of the answers is right; `ALLOWED` is any answer that is not a refusal.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import User
from assessment.enums import Outcome, Progress
from assessment.models import Assignment, Submission
from assessment.queries.handed_in import file_id
from assessment.services import Found, store_verdicts
from assessment.services.comments import add_comment, keep_comment
from assessment.services.marking import save_marking
from exercises.models import Attempt
from exercises.nonces import new_nonce
from projects.models import Project
from tests import factories
from tests.assessment.hand_ins import handed_in
from tests.assessment.runs import ALL, results, started, verdict_of
from tests.clients import school_client

# Viewers of what `owner` made: a stranger without an account here, the owner, a classmate, her teacher (who wrote the
# exercise and set the work), a second teacher of her class, a teacher of another class, an administrator, and an
# administrator of the other school with a session of that school.
VIEWERS = ("nobody", "owner", "classmate", "teacher", "co-teacher", "colleague", "administrator", "elsewhere")
ALLOWED, SIGN_IN, UNKNOWN, FORBIDDEN, JSON_SIGN_IN = "allowed", "sign-in", "not-found", "forbidden", "401"

SEE = {
    "owner": ALLOWED,
    "classmate": UNKNOWN,
    "teacher": ALLOWED,
    "co-teacher": ALLOWED,
    "colleague": UNKNOWN,
    "administrator": ALLOWED,
}
OWN = {
    "owner": ALLOWED,
    "classmate": UNKNOWN,
    "teacher": UNKNOWN,
    "co-teacher": UNKNOWN,
    "colleague": UNKNOWN,
    "administrator": UNKNOWN,
}
SET_FOR = {**OWN, "classmate": ALLOWED}  # what is set for a class opens to its students
WRITE = {
    "owner": ALLOWED,
    "classmate": UNKNOWN,
    "teacher": FORBIDDEN,
    "co-teacher": FORBIDDEN,
    "colleague": UNKNOWN,
    "administrator": FORBIDDEN,
}
ANYBODY = dict.fromkeys(VIEWERS, ALLOWED)
PAGE = {"nobody": SIGN_IN, "elsewhere": SIGN_IN}
API = {"nobody": JSON_SIGN_IN, "elsewhere": JSON_SIGN_IN}
STUDENTS_OUT = {"owner": FORBIDDEN, "classmate": FORBIDDEN}
STAFF_ROLES = ("teacher", "co-teacher", "colleague", "administrator")
STAFF = {**STUDENTS_OUT, **dict.fromkeys(STAFF_ROLES, ALLOWED)}
HERS = {**STAFF, "colleague": UNKNOWN}
STARTER = {
    **HERS,
    "co-teacher": UNKNOWN,
    "administrator": UNKNOWN,
}  # a run of verdicts is its starter's alone
NOBODY = {**STUDENTS_OUT, **dict.fromkeys(STAFF_ROLES, FORBIDDEN)}
# What every teacher may read, and its author and administrators may change.
AUTHOR = {**NOBODY, "teacher": ALLOWED, "administrator": ALLOWED}
ADMINISTRATORS = {**NOBODY, "administrator": ALLOWED}
SIGNED_IN = dict.fromkeys(("owner", "classmate", *STAFF_ROLES), ALLOWED)

# route name → method → who gets what
MATRIX: dict[str, dict[str, dict[str, str]]] = {
    "service-worker": {"GET": ANYBODY},
    "offline": {"GET": ANYBODY},
    "web-app": {"GET": ANYBODY},
    "home": {"GET": SIGNED_IN | PAGE},
    "account_login": {"GET": ANYBODY},
    "account_logout": {"GET": SIGNED_IN | PAGE},
    "account_change_password": {"GET": SIGNED_IN | PAGE},
    "join": {"GET": SIGNED_IN | PAGE, "POST": SIGNED_IN | PAGE},
    "join-code": {"GET": SIGNED_IN | PAGE, "POST": SIGNED_IN | PAGE},
    "projects:list": {"GET": SIGNED_IN | PAGE, "POST": SIGNED_IN | PAGE},
    "projects:workspace": {"GET": SEE | PAGE, "PATCH": WRITE | API},
    "projects:rename": {"POST": OWN | PAGE},
    "projects:duplicate": {"POST": OWN | PAGE},
    "projects:delete": {"GET": OWN | PAGE, "POST": OWN | PAGE},
    "projects:restore": {"POST": dict.fromkeys(OWN, UNKNOWN) | PAGE},
    "projects:download": {"GET": SEE | PAGE},
    "projects:files": {"GET": SEE | API},
    "projects:packages": {"GET": SEE | API, "POST": WRITE | API},
    "projects:file": {"PUT": WRITE | API, "PATCH": WRITE | API, "DELETE": WRITE | API},
    "projects:file-content": {"GET": SEE | API},
    "projects:file-versions": {"GET": SEE | API},
    "projects:file-version": {"GET": SEE | API},
    "exercises:list": {"GET": SIGNED_IN | PAGE},
    "exercises:exercise": {"GET": SIGNED_IN | PAGE},
    "exercises:picture": {"GET": SIGNED_IN | PAGE},
    "exercises:attempts": {"POST": OWN | API},
    "exercises:attempt": {"GET": OWN | API},
    "exercises:hints": {"POST": OWN | API},
    "exercises:solution": {"GET": OWN | API},
    "assignments:list": {"GET": SIGNED_IN | PAGE},
    "assignments:assignment": {"GET": SET_FOR | PAGE},
    "assignments:work": {"GET": SET_FOR | PAGE},
    "assignments:hand-in": {"GET": SET_FOR | API, "POST": SET_FOR | PAGE},
    "assignments:receipt": {"GET": OWN | PAGE},
    "guide:how-it-works": {"GET": ANYBODY},
    "guide:packages": {"GET": ANYBODY},
    "guide:lessons": {"GET": ANYBODY},
    "guide:exercises": {"GET": ANYBODY},
    "guide:classes": {"GET": ANYBODY},
    "guide:cors": {"GET": ANYBODY},
    "guide:privacy": {"GET": ANYBODY},
    "guide:check-a-url": {"GET": ANYBODY},
    "examples:list": {"GET": ANYBODY},
    "examples:example": {"GET": ANYBODY},
    "examples:copy": {"POST": SIGNED_IN | PAGE},
    "admin:index": {"GET": STAFF | PAGE},
    "admin:login": {"GET": STAFF | PAGE},
    "admin:logout": {"GET": ANYBODY, "POST": ANYBODY},
    "admin:autocomplete": {"GET": STAFF | PAGE},
    "admin:jsi18n": {"GET": STAFF | PAGE},
    "admin:app_list": {"GET": STAFF | PAGE},
    "admin:school": {"GET": ADMINISTRATORS | PAGE, "POST": ADMINISTRATORS | PAGE},
    "admin:accounts_user_changelist": {"GET": STAFF | PAGE},
    "admin:accounts_user_add": {"GET": STAFF | PAGE},
    "admin:accounts_user_change": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:accounts_user_history": {"GET": HERS | PAGE},
    "admin:accounts_user_help": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:accounts_user_delete": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "admin:accounts_classroom_changelist": {"GET": STAFF | PAGE},
    "admin:accounts_classroom_add": {"GET": STAFF | PAGE, "POST": STAFF | PAGE},
    "admin:accounts_classroom_change": {"GET": HERS | PAGE},
    "admin:accounts_classroom_settings": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:accounts_classroom_students": {"POST": HERS | PAGE},
    "admin:accounts_classroom_roster": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:accounts_classroom_slips": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:accounts_classroom_join_sheet": {"GET": HERS | PAGE},
    "admin:accounts_classroom_csv": {"GET": HERS | PAGE},
    "admin:accounts_classroom_history": {"GET": HERS | PAGE},
    "admin:accounts_classroom_delete": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "admin:projects_project_changelist": {"GET": STAFF | PAGE},
    "admin:projects_project_add": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "admin:projects_project_change": {"GET": HERS | PAGE, "POST": NOBODY | PAGE},
    "admin:projects_project_history": {"GET": HERS | PAGE},
    "admin:projects_project_delete": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "assessment:progress": {"GET": STAFF | PAGE},
    "assessment:progress-csv": {"GET": STAFF | PAGE},
    "assessment:cell": {"GET": HERS | PAGE},
    "assessment:batches": {"POST": STAFF | API},
    "assessment:assignment-progress": {"GET": HERS | PAGE},
    "assessment:assignment-progress-csv": {"GET": HERS | PAGE},
    "assessment:assignment-cell": {"GET": HERS | PAGE},
    "assessment:assignment-batches": {"POST": HERS | API},
    "assessment:gradebook": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "assessment:gradebook-csv": {"GET": HERS | PAGE},
    "assessment:gradebook-xlsx": {"GET": HERS | PAGE},
    "assessment:batch": {"GET": STARTER | PAGE, "POST": STARTER | PAGE},
    "assessment:batch-csv": {"GET": STARTER | PAGE},
    "assessment:tasks": {"GET": STARTER | API},
    "assessment:verdicts": {"POST": STARTER | API},
    "assessment:finish": {"POST": STARTER | API},
    "assessment:cancel": {"POST": STARTER | API},
    "assessment:mark": {"GET": HERS | PAGE},
    "assessment:marking": {"GET": HERS | API, "PUT": HERS | API},
    "assessment:marking-release": {"POST": HERS | API},
    "assessment:marking-collect": {"POST": HERS | API},
    "assessment:marking-excuse": {"POST": HERS | API},
    "assessment:marking-comments": {"POST": HERS | API},
    "assessment:marking-comment": {"PATCH": HERS | API, "DELETE": HERS | API},
    "assessment:marking-file": {"GET": HERS | API},
    "assessment:saved-comments": {"GET": STAFF | API, "POST": STAFF | API},
    "assessment:saved-comment": {"PATCH": STARTER | API, "DELETE": STARTER | API},
    "assessment:release-all": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "assessment:collect": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_submission_changelist": {"GET": STAFF | PAGE},
    "admin:assessment_submission_add": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "admin:assessment_submission_change": {"GET": HERS | PAGE},
    "admin:assessment_submission_history": {"GET": HERS | PAGE},
    "admin:assessment_submission_delete": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "admin:assessment_assignment_changelist": {"GET": STAFF | PAGE},
    "admin:assessment_assignment_add": {"GET": STAFF | PAGE, "POST": STAFF | PAGE},
    "admin:assessment_assignment_change": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_assignment_history": {"GET": HERS | PAGE},
    "admin:assessment_assignment_delete": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_assignment_publish": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_assignment_withdraw": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_assignment_duplicate": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_assignment_archive": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_assignment_extensions": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:assessment_assignment_groups": {"GET": HERS | PAGE, "POST": HERS | PAGE},
    "admin:exercises_collection_changelist": {"GET": STAFF | PAGE},
    "admin:exercises_collection_add": {"GET": STAFF | PAGE, "POST": STAFF | PAGE},
    "admin:exercises_collection_change": {"GET": STAFF | PAGE, "POST": AUTHOR | PAGE},
    "admin:exercises_collection_history": {"GET": STAFF | PAGE},
    "admin:exercises_collection_delete": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "admin:exercises_collection_download": {"GET": STAFF | PAGE},
    "admin:exercises_exercise_changelist": {"GET": STAFF | PAGE},
    "admin:exercises_exercise_add": {"GET": STAFF | PAGE, "POST": STAFF | PAGE},
    "admin:exercises_exercise_change": {"GET": STAFF | PAGE, "POST": AUTHOR | PAGE},
    "admin:exercises_exercise_history": {"GET": STAFF | PAGE},
    "admin:exercises_exercise_delete": {"GET": NOBODY | PAGE, "POST": NOBODY | PAGE},
    "admin:exercises_exercise_upload": {"GET": STAFF | PAGE, "POST": STAFF | PAGE},
    "admin:exercises_exercise_check-add": {"GET": AUTHOR | PAGE, "POST": AUTHOR | PAGE},
    "admin:exercises_exercise_check": {"GET": AUTHOR | PAGE, "POST": AUTHOR | PAGE},
    "admin:exercises_exercise_text": {"GET": AUTHOR | PAGE, "POST": AUTHOR | PAGE},
    "admin:exercises_exercise_download": {"GET": STAFF | PAGE},
    "admin:exercises_exercise_file": {"GET": STAFF | PAGE},
    "admin:exercises_exercise_preview": {"GET": STAFF | PAGE},
    "admin:exercises_exercise_try": {"GET": AUTHOR | PAGE},
    "admin:exercises_exercise_trial": {"POST": AUTHOR | PAGE},
    "admin:exercises_exercise_publish": {"POST": AUTHOR | PAGE},
    "admin:exercises_exercise_duplicate": {"POST": STAFF | PAGE},
}


@dataclass(frozen=True)
class Route:
    """An address of the URLconf: its name and its pattern, as `/projects/<int:project_id>/`."""

    name: str
    pattern: str


def routes(resolver: URLResolver, prefix: str = "/", space: str = "") -> Iterator[Route]:
    """Every route below `resolver`."""
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, pattern, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield Route(f"{space}{entry.name}" if entry.name else "", pattern)


ROUTES = list(routes(get_resolver("config.urls_school")))
# Addresses without a name: the redirect from `…/ID/` that Django keeps for old links, and the end of the back office.
NAMELESS = [route for route in ROUTES if not route.name and route.pattern.startswith("/admin/")]
CASES = [(route, method) for route in ROUTES for method in MATRIX.get(route.name, {})]


@dataclass
class World:
    """What the owner made, and everybody who may come."""

    people: dict[str, User]
    ids: dict[str, str]

    def address(self, route: Route) -> str:
        """The route's address for what the owner made."""
        kind = "_".join(route.name.removeprefix("admin:").split("_")[:2])
        ids = {**self.ids, "object_id": self.ids.get(kind, ""), "app_label": "accounts"}
        plain = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", route.pattern).replace("^", "").replace("$", "")
        return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: ids[found.group(1)], plain)


@pytest.fixture
def world(request, school, south, in_school):
    owner, classmate, teacher = (
        factories.student("owner"),
        factories.student("classmate"),
        factories.teacher("her"),
    )
    administrator = factories.administrator("boss")
    factories.administrator("second-boss")
    classroom = factories.classroom(teacher, owner, classmate)
    co_teacher = factories.teacher("co-teacher")
    classroom.teachers.add(co_teacher)
    exercise = factories.exercise(
        teacher, factories.collection(teacher), pictures=[{"path": "dot.png", "base64": "iVBORw0KGgo="}]
    )
    factories.published(exercise)
    attempt = factories.attempt(factories.work(exercise, owner))
    colleague, stranger = factories.teacher("colleague"), factories.student()
    factories.classroom(colleague, stranger)
    batch_id = ""
    if "assessment:" in request.node.name:  # many cases need no run, which takes its time to make
        batch = started(teacher, exercise.collection)
        store_verdicts(teacher=teacher, batch=batch, found=[Found(attempt.pk, "", results(**ALL))])
        for other in (classmate, stranger):  # to run for her co-teacher, and for the teacher of another class
            factories.attempt(factories.work(exercise, other))
        batch_id = str(batch.pk)
    assignment_id = item_id = ""
    if "assignment" in request.node.name:
        draft = {"published_at": None} if "_delete" in request.node.name else {}
        assignment = factories.assignment(teacher, classroom, exercises=[exercise], **draft)
        assignment_id, item_id = str(assignment.pk), str(assignment.items.get().pk)
        if "assessment:assignment" in request.node.name or "assignments:" in request.node.name:
            handed_in(assignment, owner, attempt)
    marked: dict[str, str] = {}
    if any(name in request.node.name for name in MARKING):
        marked = marked_ids(factories.assignment(teacher, classroom, exercises=[exercise]), attempt, teacher)
    # Nothing stands just before what the owner made, and nothing after it.
    Project.objects.create(owner=owner, name="Gone").delete()
    project = factories.project(owner)
    file = factories.first_file(project)
    with in_school(south):
        elsewhere = factories.administrator("elsewhere")
    people = {
        "owner": owner, "classmate": classmate, "teacher": teacher, "co-teacher": co_teacher, "colleague": colleague,
        "administrator": administrator, "elsewhere": elsewhere,
    }  # fmt: skip
    ids = {
        "project_id": str(project.pk),
        "slug": "library",
        "exercise_id": str(exercise.pk),
        "attempt_id": str(attempt.pk),
        "collection_id": str(exercise.collection_id),
        "student_id": str(owner.pk),
        "batch_id": batch_id,
        "assignment_id": assignment_id,
        "classroom_id": str(classroom.pk),
        "item_id": item_id,
        "number": "1",
        "code": classroom.join_code,
        "picture": "dot.png",
        "role": "pictures",
        "file": "dot.png",
        "kind": "output",
        "check_id": str(exercise.checks.all()[0].pk),
        "exercises_exercise": str(exercise.pk),
        "exercises_collection": str(exercise.collection_id),
        "nonce": new_nonce(owner, exercise),
        "version": str(attempt.version_id),
        "sha256": attempt.version.document_sha256,
        "file_id": str(file.pk),
        "version_id": str(file.versions.get().pk),
        "accounts_user": str(owner.pk),
        "accounts_classroom": str(classroom.pk),
        "projects_project": str(project.pk),
        "assessment_assignment": assignment_id,
    }
    return World(people, ids | marked)


def marked_ids(assignment: Assignment, attempt: Attempt, teacher: User) -> dict[str, str]:
    """What the owner handed in, was commented on and decided; and what she then works on again."""
    hand_in = handed_in(assignment, attempt.work.student, attempt)
    row = hand_in.items.get()
    comment = add_comment(handed_in=row, by=teacher, path="main.py", line=1, text="Why?")
    save_marking(hand_in=hand_in, by=teacher, revision=0, outcome=Outcome.RETURNED)
    Submission.objects.update(state=Progress.RETURNED)  # so that it can be collected once more
    return {
        "assignment_id": str(assignment.pk),
        "submission_id": str(hand_in.submission_id),
        "assessment_submission": str(hand_in.submission_id),
        "comment_id": str(comment.pk),
        "saved_id": str(keep_comment(owner=teacher, text="Why?").pk),
        "handed_in_id": str(row.pk),
        "content_id": str(file_id(row, "main.py")),
        "item_id": str(row.item_id),
    }


def browser_of(world: World, viewer: str, south, in_school):
    """North's client, with the session that the viewer has."""
    if viewer == "nobody":
        return school_client("north")
    if viewer != "elsewhere":
        return factories.signed_in(world.people[viewer])
    with in_school(south):
        session = factories.signed_in(world.people[viewer], "south").cookies
    client = school_client("north")
    client.cookies = session
    return client


# Addresses whose POST takes JSON and not a form.
JSON_POSTS = (
    "/packages/",
    "/attempts/",
    "/hints/",
    "/trial/",
    "/batches/",
    "/verdicts/",
    "/finish/",
    "/cancel/",
    "/marking/release/",
    "/marking/collect/",
    "/marking/excuse/",
    "/comments/",
)
# Addresses of what a teacher marks.
MARKING = ("assessment:mark", "assessment:saved", "assessment:release", "assessment:collect", "_submission_")


def body_for(address: str, ids: dict[str, str]) -> dict[str, object]:
    """What the address takes as JSON."""
    if address.endswith("/attempts/"):
        reported = [{"check": "two", "state": "passed"}]
        return {"nonce": ids["nonce"], "version": int(ids["version"]), "files": [], "results": reported}
    if address.endswith("/trial/"):
        states = [{"check": "two", "state": "failed"}, {"check": "three", "state": "passed"}]
        return {"documentSha256": ids["sha256"], "recorded": {}, "solution": states, "starter": states}
    if address.endswith("/marking/"):
        empty = dict.fromkeys(("feedback", "override", "outcome", "redoDueAt"), "")
        return {**empty, "handIn": 1, "revision": 1, "points": {}, "wholeGroup": True}
    if "/assessment/" in address and address.endswith(("/release/", "/excuse/", "/comments/")):
        place = {"item": int(ids["item_id"]), "path": "main.py", "line": 1, "text": "Why not?"}
        return {**place, "handIn": 1, "wholeGroup": True, "excused": True}
    if address.endswith("/verdicts/"):
        return {"verdicts": [verdict_of(int(ids["attempt_id"]))]}
    return {
        "path": "main.py",
        "baseRevision": 1,
        "key": uuid4().hex,
        "text": "x",
        "name": "Name",
        "mainPath": "main.py",
        "requirements": "# nothing",
        "wholeGroup": True,
        "lock": "",
        "kind": "verify",
    }


def ask(client, viewer_id: object, method: str, address: str, ids: dict[str, str]):
    query = "?app_label=accounts&model_name=enrolment&field_name=student" if "autocomplete" in address else ""
    body = body_for(address, ids)
    if method == "POST" and not address.endswith(JSON_POSTS):
        return client.post(address, {"name": "Name", "username": "owner"})
    if method == "GET":
        return client.get(address + query)
    headers = {"X-Codeyard-Person": str(viewer_id), "Accept": "application/json"}
    return client.generic(method, address, json.dumps(body), content_type="application/json", headers=headers)


def outcome(answer) -> str:
    """Which of the answers this is."""
    target = answer.get("Location", "")
    if answer.status_code == 302 and target.startswith(("/accounts/login/", "/admin/login/")):
        return SIGN_IN
    return {401: JSON_SIGN_IN, 403: FORBIDDEN, 404: UNKNOWN}.get(answer.status_code) or (
        ALLOWED if answer.status_code < 400 else f"status {answer.status_code}"
    )


def test_every_route_is_covered(figure):
    named = {route.name for route in ROUTES if route.name}

    assert named == set(MATRIX)
    assert len(NAMELESS) == 8
    for rows in MATRIX.values():
        for expected in rows.values():
            assert set(expected) == set(VIEWERS)
    figure(f"access: {len(named)} of {len(named)} routes, {len(CASES) * len(VIEWERS)} cases")


@pytest.mark.parametrize(
    ("route", "method"), CASES, ids=[f"{route.name}-{method}" for route, method in CASES]
)
def test_an_address_answers_as_the_matrix_says(world, south, in_school, route, method):
    found = {}
    for viewer in VIEWERS:
        with transaction.atomic():  # each finds what the owner made as it was
            found[viewer] = outcome_for(world, south, in_school, route, method, viewer)
            transaction.set_rollback(True)

    assert found == MATRIX[route.name][method]


def outcome_for(world: World, south, in_school, route: Route, method: str, viewer: str) -> str:
    """What a viewer gets at an address."""
    client = browser_of(world, viewer, south, in_school)
    viewer_id = getattr(world.people.get(viewer), "pk", 0)
    answer = ask(client, viewer_id, method, world.address(route), world.ids)
    if viewer in ("owner", "classmate") and "/admin/" in route.pattern and outcome(answer) == SIGN_IN:
        # the back office sends everybody to its door, where students end
        answer = client.get(answer["Location"])
    return outcome(answer)


def test_nameless_addresses_of_the_back_office_are_behind_its_door(world, south, in_school):
    for route in NAMELESS:
        address = re.sub(r"\(\?P<url>.*|<path:object_id>", "1", route.pattern).replace("$", "")
        for viewer in ("nobody", "elsewhere"):
            answer = browser_of(world, viewer, south, in_school).get(address)
            assert outcome(answer) == SIGN_IN, address


@pytest.mark.parametrize("viewer", ["owner", "teacher", "administrator"])
def test_ids_around_and_beyond_are_not_there(world, viewer, south, in_school):
    client = browser_of(world, viewer, south, in_school)
    own = int(world.ids["project_id"])
    for number in (
        own - 1,
        own + 1,
        0,
        -1,
        2**31,
        2**63 - 1,
        2**63,
        2**64,
        "1e3",
        "0x1",
        "１",
        "%00",
        "1/../2",
    ):
        for tail in ("", "files/", "download/", "delete/"):
            answer = client.get(f"/projects/{number}/{tail}")
            assert answer.status_code in (400, 404), (number, tail)
