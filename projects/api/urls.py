"""Addresses of the saving API, below `/projects/`."""

from django.urls import path

from projects.api import packages, views

FILE = "<int:project_id>/files/<uuid:file_id>/"

urlpatterns = [
    path("<int:project_id>/files/", views.files, name="files"),
    path("<int:project_id>/packages/", packages.packages, name="packages"),
    path(FILE, views.file, name="file"),
    path(f"{FILE}content/", views.content, name="file-content"),
    path(f"{FILE}versions/", views.versions, name="file-versions"),
    path(f"{FILE}versions/<int:version_id>/", views.version, name="file-version"),
]
