"""A host that changes is forgotten at once in this process, within half a minute in others."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from schools.middleware.school import forget_schools
from schools.models import Domain, School


@receiver([post_save, post_delete], sender=School)
@receiver([post_save, post_delete], sender=Domain)
def drop_known_hosts(**kwargs: object) -> None:
    """Forget the hosts."""
    forget_schools()
