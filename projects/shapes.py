"""What the API answers. The browser reads exactly these names."""

import base64
from typing import Any

from django.urls import reverse

from projects.models import FileVersion, Project, ProjectFile


def file_shape(file: ProjectFile) -> dict[str, Any]:
    """FILE: `text` is null for binary files, whose bytes are at `url`."""
    return {
        "id": str(file.id),
        "path": file.path,
        "revision": file.revision,
        "size": file.size,
        "binary": file.is_binary,
        "text": None if file.is_binary else bytes(file.content).decode(errors="replace"),
        "url": reverse("projects:file-content", args=[file.project_id, file.id]),
        "deleted": file.deleted_at is not None,
        "savedAt": file.saved_at.isoformat(),
    }


def files_shape(files: list[ProjectFile]) -> list[dict[str, Any]]:
    """Several of them."""
    return [file_shape(file) for file in files]


def version_line(version: FileVersion) -> dict[str, Any]:
    """A version in the list of a file's versions: everything but the content."""
    return {
        "id": version.pk,
        "revision": version.revision,
        "savedAt": version.saved_at.isoformat(),
        "author": str(version.author or ""),
        "size": version.size,
        "binary": version.is_binary,
    }


def version_shape(version: FileVersion) -> dict[str, Any]:
    """A version with its content: `text`, or `base64` where it is binary."""
    content = bytes(version.content)
    held = {"base64": base64.b64encode(content).decode()} if version.is_binary else {"text": content.decode()}
    return {
        "id": version.pk,
        "revision": version.revision,
        "savedAt": version.saved_at.isoformat(),
        "path": version.path,
        **held,
    }


def project_shape(project: Project) -> dict[str, Any]:
    """A project, as `PATCH` answers it."""
    return {"id": project.pk, "name": project.name, "mainPath": project.main_path}
