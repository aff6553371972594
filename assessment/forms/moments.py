"""Days and times, as browsers send them, in the school's time zone."""

from datetime import datetime
from typing import Any

from django import forms

FORMAT = "%Y-%m-%dT%H:%M"
FIRST_YEAR, LAST_YEAR = 2000, 2100


class MomentField(forms.DateTimeField):
    """A day and time, or None."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMAT)

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})
        self.error_messages["invalid"] = "Give a day and a time, as 2026-09-01 17:00."

    def to_python(self, value: Any) -> datetime | None:
        try:
            moment = super().to_python(value)
        except forms.ValidationError as error:
            if error.code == "ambiguous_timezone":
                raise forms.ValidationError(
                    "The clocks change at this time, so it is not clear which moment is meant. Choose another."
                ) from None
            raise
        if moment is not None and not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise forms.ValidationError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.")
        return moment
