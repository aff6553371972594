"""A project as a zip file."""

import io
import zipfile

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from projects.models import Project
from projects.queries import projects_visible_to


@login_required
@require_safe
def download(request: SignedInRequest, project_id: int) -> HttpResponse:
    """The live files in a folder named after the project."""
    project = get_object_or_404(projects_visible_to(request.user), pk=project_id)
    folder = slugify(project.name, allow_unicode=True) or f"project-{project.pk}"
    response = HttpResponse(_zipped(project, folder), content_type="application/zip")
    disposition = content_disposition_header(as_attachment=True, filename=f"{folder}.zip")
    response["Content-Disposition"] = disposition or "attachment"
    return response


def _zipped(project: Project, folder: str) -> bytes:
    """At most PROJECT_BYTES of content, so it fits in memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in project.files.filter(deleted_at__isnull=True):
            saved = localtime(file.saved_at).timetuple()[:6]
            entry = zipfile.ZipInfo(f"{folder}/{file.path}", date_time=saved)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, bytes(file.content))
    return buffer.getvalue()
