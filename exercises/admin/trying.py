"""Preview and Try it: pages of the back office that run programs."""

from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse

from accounts.admin.base import person
from accounts.requests import SignedInRequest
from exercises import services
from exercises.admin.objects import changeable, found_or_404
from exercises.document import digest, public
from exercises.document.files import bytes_of
from exercises.markdown import to_html
from exercises.models import Exercise
from exercises.pictures import picture_response
from exercises.puzzles import person_key
from exercises.services.working_copies import current_document
from exercises.shapes import ICONS
from exercises.trials import trial_report
from projects.api.endpoint import endpoint
from projects.api.payloads import read_json
from projects.views.workspace import limits_data, lint_data, runtime_data
from schools.middleware.headers import isolated

if TYPE_CHECKING:
    from exercises.admin.exercises import ExerciseAdmin

Document = dict[str, Any]


def preview_page(admin: "ExerciseAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """The working copy as students would see it, to be read and run. Nothing of it is kept."""
    exercise = found_or_404(admin, request, object_id)
    document, _ = current_document(exercise)
    context = {
        "exercise": exercise,
        "document": document,
        "text": _html(exercise, document["text"]),
        "project": {"name": document["title"]},
        "workspace": _workspace(exercise, document),
        "exercise_data": _preview_data(exercise, document, request),
        "icons": ICONS,
        "is_preview": True,
    }
    return isolated(TemplateResponse(request, "exercises/exercise.html", context))


def try_page(admin: "ExerciseAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Runs all checks on the solution and on the starter; what comes out is kept with the working copy."""
    exercise = changeable(admin, request, object_id)
    document, problems = current_document(exercise)
    context = {
        **admin.admin_site.each_context(request),
        "title": f"Try {exercise}",
        "exercise": exercise,
        "problems": problems,
        "try_data": {
            "document": document,
            "documentSha256": digest(document),
            "person": person(request).pk,
            "csrfCookie": settings.CSRF_COOKIE_NAME,
            "runtime": runtime_data(),
            "urls": {"trial": reverse("admin:exercises_exercise_trial", args=[exercise.pk])},
        },
        "opts": admin.opts,
    }
    return isolated(TemplateResponse(request, "admin/exercises/exercise/try.html", context))


def trial(admin: "ExerciseAdmin", request: HttpRequest, object_id: str) -> HttpResponseBase:
    """What Try it found, as the teacher's own browser reports it."""
    exercise = changeable(admin, request, object_id)

    def keep(asked: SignedInRequest) -> dict[str, Any]:
        document, _ = current_document(exercise)
        report = trial_report(read_json(asked), document)
        services.store_trial(exercise=exercise, **report)
        return {"publishable": not services.publishing.why_not_publishable(exercise)}

    return endpoint(POST=keep)(request)


def file(admin: "ExerciseAdmin", request: HttpRequest, object_id: str, role: str, file: str) -> HttpResponse:
    """A file of the working copy: a picture to be shown, any other to be saved."""
    exercise = found_or_404(admin, request, object_id)
    document, _ = current_document(exercise)
    if role == "pictures":
        return picture_response(document, file)
    found = next((one for one in document["starter"] if role == "starter" and one["path"] == file), None)
    if found is None:
        raise Http404
    response = HttpResponse(bytes_of(found), content_type="application/octet-stream")
    response["Content-Disposition"] = "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _html(exercise: Exercise, text: str) -> str:
    return to_html(text, lambda path: _file_address(exercise, "pictures", path))


def _file_address(exercise: Exercise, role: str, path: str) -> str:
    return reverse("admin:exercises_exercise_file", args=[exercise.pk, role, path])


def _preview_data(exercise: Exercise, document: Document, request: HttpRequest) -> dict[str, Any]:
    """As `shapes.exercise_data`, with all hints open and nowhere to report to."""
    who = person_key(person(request))
    is_tried = exercise.trial is not None and exercise.trial["sha256"] == digest(document)
    recorded = exercise.trial["recorded"] if exercise.trial and is_tried else {}
    shown = public(document, recorded, who)
    return {
        "exercise": {
            "id": exercise.pk,
            "title": document["title"],
            "version": 0,
            "main": document["main"],
            "hints": len(document["hints"]),
            "opened": [_html(exercise, hint) for hint in document["hints"]],
            "hidden": shown["hidden"],
            "passed": False,
            "showSolution": False,
        },
        "document": shown["document"],
        "recorded": shown["recorded"],
        "person": who,
        "nonce": "",
        "attempts": [],
        "urls": {"attempts": "", "attempt": "", "hint": "", "solution": ""},
    }


def _workspace(exercise: Exercise, document: Document) -> dict[str, Any]:
    """As `workspace_data`, for files that stand in no project."""
    url = reverse("admin:exercises_exercise_preview", args=[exercise.pk])
    return {
        "person": {"id": 0, "name": ""},
        "csrfCookie": "",
        "project": {
            "id": 0,
            "name": document["title"],
            "mainPath": document["main"],
            "readOnly": False,
            "ephemeral": True,
            "owner": {"id": 0, "name": ""},
            "url": url,
        },
        "files": [_file_shape(exercise, url, one) for one in document["starter"]],
        "urls": {"files": "", "project": "", "signIn": "", "home": "/"},
        "limits": limits_data(),
        "lint": lint_data(),
        "runtime": runtime_data(),
    }


def _file_shape(exercise: Exercise, page: str, file: dict[str, str]) -> dict[str, Any]:
    """FILE, as `projects.shapes.file_shape` makes it."""
    return {
        "id": str(uuid5(NAMESPACE_URL, page + file["path"])),
        "path": file["path"],
        "revision": 1,
        "size": len(bytes_of(file)),
        "binary": "base64" in file,
        "text": file.get("text"),
        "url": _file_address(exercise, "starter", file["path"]),
        "deleted": False,
        "savedAt": "",
    }
