"""How a class's gradebook is worked out: what is missing, and the weights of the categories."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from assessment.queries.gradebook import NO_CATEGORY

MOST = 1000
WEIGHT = "weight:"


class GradebookForm(forms.Form):
    """One field a category, named `weight:` and the category; `weights` and the rule are what is stored."""

    missing_is_zero = forms.BooleanField(
        required=False, label="What was due and never handed in counts as no points"
    )

    def __init__(
        self, data: QueryDict | None = None, *, weights: Mapping[str, int], missing_is_zero: bool
    ) -> None:
        super().__init__(data, initial={"missing_is_zero": missing_is_zero}, auto_id=False)
        self.categories = list(weights)
        for category, weight in weights.items():
            self.fields[f"{WEIGHT}{category}"] = forms.IntegerField(
                min_value=0,
                max_value=MOST,
                initial=weight,
                label=category or NO_CATEGORY,
                error_messages=dict.fromkeys(
                    ("required", "invalid", "min_value", "max_value"),
                    f"Give a whole number from 0 to {MOST}.",
                ),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.categories and not self.errors and not any(self.weights.values()):
            raise forms.ValidationError("At least one category must have a weight above 0.")
        return cleaned

    @property
    def weights(self) -> dict[str, int]:
        """What was given, by category."""
        return {category: self.cleaned_data[f"{WEIGHT}{category}"] for category in self.categories}

    @property
    def weight_fields(self) -> list[forms.BoundField]:
        """Those of the categories."""
        return [self[f"{WEIGHT}{category}"] for category in self.categories]
