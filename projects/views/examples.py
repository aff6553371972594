"""Programs that anybody may open and run, on the public site and at every school. Nothing of them is kept."""

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from projects import services
from projects.demo_content import DemoProject, examples
from projects.errors import SaveError
from projects.views.workspace import ICONS, limits_data, lint_data, runtime_data
from schools.errors import error_page

FILES = "files"
NOT_COPIED = "This example could not be copied: {}"


@require_safe
def example_list(request: HttpRequest) -> HttpResponse:
    """What there is to try."""
    return render(request, "projects/examples.html", {"examples": examples().values()})


@require_safe
def example(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them in the workspace. It runs after a click on Run, as everything does."""
    found = _example(slug)
    context = {
        "project": {"name": found.name},
        "example": found,
        "workspace": _workspace_data(found),
        "icons": ICONS,
    }
    return render(request, "projects/workspace.html", context)


@login_required
@require_POST
def copy(request: SignedInRequest, slug: str) -> HttpResponse:
    """Make it a project of one's own, with the texts as they stand on the page: `files` is JSON, path → text."""
    found = _example(slug)
    try:
        files = _changed_files(request.POST.get(FILES, "")) or found.files
        project = services.add_project(
            owner=request.user, name=found.name, files=files, main_path=found.main_path
        )
    except ValueError:
        return error_page(request, 400, "invalid", NOT_COPIED.format("its files cannot be read."))
    except (SaveError, ValidationError) as error:
        sentence = error.messages[0] if isinstance(error, ValidationError) else str(error)
        return error_page(request, 400, "invalid", NOT_COPIED.format(sentence))
    return redirect(project)


def _example(slug: str) -> DemoProject:
    try:
        return examples()[slug]
    except KeyError as error:
        raise Http404 from error


def _changed_files(text: str) -> dict[str, bytes]:
    """What the page sent. Raises ValueError (json's and Unicode's errors included) for anything else."""
    if not text:
        return {}
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise ValueError from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError(text[:100])
    return {path: value.encode() for path, value in found.items()}


def _workspace_data(found: DemoProject) -> dict[str, Any]:
    """As `workspace.workspace_data`, for a project that stands in no database."""
    url = reverse("examples:example", args=[found.slug])
    return {
        "person": {"id": 0, "name": ""},
        "csrfCookie": "",
        "project": {
            "id": 0,
            "name": found.name,
            "mainPath": found.main_path,
            "readOnly": False,
            "ephemeral": True,
            "owner": {"id": 0, "name": ""},
            "url": url,
        },
        "files": [_file_shape(url, path, content) for path, content in found.files.items()],
        "urls": {"files": "", "project": "", "signIn": "", "home": "/"},
        "limits": limits_data(),
        "lint": lint_data(),
        "runtime": runtime_data(),
    }


def _file_shape(url: str, path: str, content: bytes) -> dict[str, Any]:
    """FILE, as `shapes.file_shape` makes it. Examples hold texts only."""
    return {
        "id": str(uuid5(NAMESPACE_URL, url + path)),
        "path": path,
        "revision": 1,
        "size": len(content),
        "binary": False,
        "text": content.decode(),
        "url": "",
        "deleted": False,
        "savedAt": "",
    }
