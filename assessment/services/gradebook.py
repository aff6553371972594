"""How a class's gradebook is worked out."""

from collections.abc import Mapping

from django.db import transaction

from accounts.models import Classroom
from assessment.models import CategoryWeight, Gradebook


@transaction.atomic
def set_gradebook(*, classroom: Classroom, missing_is_zero: bool, weights: Mapping[str, int]) -> Gradebook:
    """Store the rule for what is missing, and the weights by category; other categories keep theirs."""
    book, _ = Gradebook.objects.update_or_create(
        classroom=classroom, defaults={"missing_is_zero": missing_is_zero}
    )
    for category, weight in weights.items():
        row = CategoryWeight(classroom=classroom, category=category, weight=weight)
        row.clean_fields()
        CategoryWeight.objects.update_or_create(
            classroom=classroom, category=category, defaults={"weight": weight}
        )
    return book
