"""The addresses of the saving API."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from accounts.models import User
from accounts.requests import SignedInRequest
from projects import services
from projects.api.endpoint import endpoint
from projects.api.errors import NOT_FOUND, Refusal, invalid
from projects.api.payloads import delete_change, flag, read_json, rename_change, save_change, text_field
from projects.models import FileVersion, Project, ProjectFile
from projects.queries import files_visible_to, projects_visible_to, versions_visible_to
from projects.shapes import file_shape, files_shape, project_shape, version_line, version_shape

Answer = dict[str, Any]


def list_files(request: SignedInRequest, project_id: int) -> Answer:
    """Every file of a project; the deleted ones only for its owner."""
    project = projects_visible_to(request.user).get(pk=project_id)
    files = list(files_visible_to(request.user).filter(project=project))
    return {
        "files": files_shape([file for file in files if not file.deleted_at]),
        "deleted": files_shape([file for file in files if file.deleted_at]),
    }


def put_file(request: SignedInRequest, project_id: int, file_id: UUID) -> Answer:
    """Save a file, make it, or bring it back."""
    payload = read_json(request)
    file = services.save_file(
        person=request.user,
        project_id=project_id,
        file_id=file_id,
        change=save_change(payload),
        pin=flag(payload, "pin"),
    )
    return {"file": file_shape(file)}


def patch_file(request: SignedInRequest, project_id: int, file_id: UUID) -> Answer:
    """Rename a file."""
    change = rename_change(read_json(request))
    file = services.rename_file(person=request.user, project_id=project_id, file_id=file_id, change=change)
    return {"file": file_shape(file)}


def delete_file(request: SignedInRequest, project_id: int, file_id: UUID) -> Answer:
    """Put a file away."""
    change = delete_change(read_json(request))
    file = services.delete_file(person=request.user, project_id=project_id, file_id=file_id, change=change)
    return {"file": file_shape(file)}


def file_content(request: SignedInRequest, project_id: int, file_id: UUID) -> HttpResponse:
    """The bytes, for saving to the device: never shown as a page, whatever they claim to be."""
    file = _visible_file(request.user, project_id, file_id)
    response = HttpResponse(bytes(file.content), content_type="application/octet-stream")
    name = file.path.rsplit("/", 1)[-1]
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def list_versions(request: SignedInRequest, project_id: int, file_id: UUID) -> Answer:
    """What is kept of a file, newest first."""
    file = _visible_file(request.user, project_id, file_id)
    versions = versions_visible_to(request.user).filter(file=file).defer("content")
    return {"versions": [version_line(version) for version in versions]}


def one_version(request: SignedInRequest, project_id: int, file_id: UUID, version_id: int) -> Answer:
    """What a file held."""
    file = _visible_file(request.user, project_id, file_id)
    try:
        return version_shape(versions_visible_to(request.user).get(file=file, pk=version_id))
    except FileVersion.DoesNotExist as error:
        raise Refusal(*NOT_FOUND) from error


def patch_project(request: SignedInRequest, project_id: int) -> Answer:
    """Rename a project, or choose its main file."""
    payload = read_json(request)
    if not payload.keys() & {"name", "mainPath"}:
        raise invalid("Send “name” or “mainPath”.")
    project = None
    if "mainPath" in payload:
        path = text_field(payload, "mainPath")
        project = services.change_main_path(person=request.user, project_id=project_id, main_path=path)
    if "name" in payload:
        project = _rename(request.user, project_id, text_field(payload, "name"))
    return {"project": project_shape(project)} if project else {}


def _rename(person: User, project_id: int, name: str) -> Project:
    try:
        return services.rename_project(person=person, project_id=project_id, name=name)
    except ValidationError as error:
        raise invalid("A project's name has 1 to 80 characters.") from error


def _visible_file(user: User, project_id: int, file_id: UUID) -> ProjectFile:
    return files_visible_to(user).get(project_id=project_id, pk=file_id)


files = endpoint(GET=list_files)
file = endpoint(PUT=put_file, PATCH=patch_file, DELETE=delete_file)
content = endpoint(GET=file_content)
versions = endpoint(GET=list_versions)
version = endpoint(GET=one_version)
project = endpoint(PATCH=patch_project)
