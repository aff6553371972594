"""Forms of the project pages."""

from typing import Any

from django import forms

from projects.models.project import LONGEST_PROJECT_NAME


class ProjectNameForm(forms.Form):
    """The name of a new or renamed project."""

    name = forms.CharField(
        label="Project name",
        max_length=LONGEST_PROJECT_NAME,
        error_messages={"required": "A project needs a name."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "input"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
