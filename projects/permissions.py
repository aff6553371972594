"""Who may do what with a project."""

from accounts.models import User
from projects.models import Project


def can_change(user: User, project: Project) -> bool:
    """Whether `user` may write to the project. Only the owner: teachers look and run, they do not write."""
    return project.owner_id == user.pk
