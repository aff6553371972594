"""What the server has stored, for tests that compare it with what a person sees."""

from projects.models import FileVersion, Project, ProjectFile


def stored_file(project: Project, path: str = "main.py") -> ProjectFile:
    """A live file by its name. Raises ProjectFile.DoesNotExist when there is none."""
    return ProjectFile.objects.get(project=project, path=path, deleted_at=None)


def stored_text(project: Project, path: str = "main.py") -> str:
    """The text of a live file."""
    return bytes(stored_file(project, path).content).decode()


def version_texts(project: Project) -> set[str]:
    """Every text that the project's history holds."""
    versions = FileVersion.objects.filter(file__project=project)
    return {bytes(version.content).decode() for version in versions}
