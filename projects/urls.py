"""Addresses of projects."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path

from projects.api import views as api
from projects.views import download, projects, workspace


def project(request: HttpRequest, project_id: int) -> HttpResponseBase:
    """The workspace for those who look, the API for those who change: one address for one project."""
    if request.method in ("GET", "HEAD"):
        return workspace.workspace(request, project_id)  # type: ignore[arg-type]
    return api.project(request, project_id=project_id)


project_patterns: list[URLPattern | URLResolver] = [
    path("", projects.project_list, name="list"),
    path("<int:project_id>/", project, name="workspace"),
    path("<int:project_id>/rename/", projects.rename, name="rename"),
    path("<int:project_id>/duplicate/", projects.duplicate, name="duplicate"),
    path("<int:project_id>/delete/", projects.delete, name="delete"),
    path("<int:project_id>/restore/", projects.restore, name="restore"),
    path("<int:project_id>/download/", download.download, name="download"),
    path("", include("projects.api.urls")),
]

urlpatterns = [
    path("projects/", include((project_patterns, "projects"))),
]
