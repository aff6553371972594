"""A person's projects, their files and the saved versions of these."""

from projects.models.file import ProjectFile
from projects.models.project import Project
from projects.models.version import FileVersion

__all__ = ["FileVersion", "Project", "ProjectFile"]
