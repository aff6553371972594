"""Who may do what with batches."""

from accounts.models import User
from assessment.models import Batch


def can_run(user: User, batch: Batch) -> bool:
    """Whether `user` may feed, finish, publish or discard the batch: whoever started it, while she teaches."""
    return user.is_active and user.is_staff and batch.started_by_id == user.pk
