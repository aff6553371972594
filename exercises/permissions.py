"""Who may do what with exercises."""

from accounts.models import User
from accounts.permissions import is_administrator
from exercises.models import Collection, Exercise


def can_change(user: User, exercise: Exercise) -> bool:
    """Whether `user` may change the working copy and publish it: its author, and administrators."""
    return user.is_staff and (exercise.author_id == user.pk or is_administrator(user))


def can_change_collection(user: User, collection: Collection) -> bool:
    """Whether `user` may change the collection: its author, and administrators."""
    return user.is_staff and (collection.author_id == user.pk or is_administrator(user))
