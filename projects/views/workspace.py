"""The workspace: one page for a student's project and for a teacher who looks at it."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import reverse

from accounts.models import User
from accounts.requests import SignedInRequest
from projects import limits
from projects.assigned import assigned_to
from projects.models import Project
from projects.permissions import can_change
from projects.queries import projects_visible_to
from projects.shapes import files_shape
from runtime_static import vendor
from runtime_static.offline import may_be_kept
from runtime_static.served_packages import runtime_title
from runtime_static.views import frame_address

# Pictures that the page's scripts take copies of.
ICONS = (
    "ellipsis", "file", "file-code", "file-image", "file-plus", "file-text", "download", "pencil", "play", "trash-2",
    "undo-2", "upload", "x",
)  # fmt: skip


@login_required
def workspace(request: SignedInRequest, project_id: int) -> HttpResponse:
    """One's own project, which her device may keep, or one that this person may look at."""
    project = get_object_or_404(projects_visible_to(request.user).select_related("owner"), pk=project_id)
    data = workspace_data(project, request.user)
    context = {
        "project": project,
        "workspace": data,
        "read_only": data["project"]["readOnly"],
        "icons": ICONS,
        "assigned": assigned_to(request.user, project),
    }
    response = render(request, "projects/workspace.html", context)
    return response if context["read_only"] else may_be_kept(response, project.name)


def workspace_data(project: Project, viewer: User, page: str = "") -> dict[str, Any]:
    """What the page starts from; its shape stands in `docs/architecture.md`.

    `page` is the page's address when it is not the project's own.
    """
    own = reverse("projects:workspace", args=[project.pk])
    url = page or own
    return {
        "person": {"id": viewer.pk, "name": str(viewer)},
        "csrfCookie": settings.CSRF_COOKIE_NAME,
        "project": {
            "id": project.pk,
            "name": project.name,
            "mainPath": project.main_path,
            "readOnly": not can_change(viewer, project),
            "ephemeral": False,
            "owner": {"id": project.owner_id, "name": str(project.owner)},
            "url": url,
        },
        "files": files_shape(list(project.files.filter(deleted_at__isnull=True))),
        "urls": {
            "files": reverse("projects:files", args=[project.pk]),
            "project": own,
            "signIn": f"{reverse('account_login')}?{urlencode({'next': url})}",
            "home": reverse("home"),
        },
        "limits": limits_data(),
        "lint": lint_data(),
        "runtime": runtime_data(),
    }


def limits_data() -> dict[str, int]:
    """How much a project may hold."""
    return {
        "fileBytes": limits.FILE_BYTES,
        "projectBytes": limits.PROJECT_BYTES,
        "files": limits.PROJECT_FILES,
    }


def lint_data() -> dict[str, str]:
    """Where live lint comes from: our worker, and Ruff."""
    return {
        "worker": static("lint/worker.js"),
        "ruff": vendor.vendor_url("@astral-sh/ruff-wasm-web/ruff_wasm.js"),
    }


def runtime_data() -> dict[str, str]:
    """Where programs run."""
    return {
        "origin": settings.RUN_ORIGIN,
        "frame": frame_address("open"),
        "python": runtime_title(),
    }
