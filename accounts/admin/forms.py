"""Forms of the back office."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import Classroom, User


class AddPersonForm(forms.ModelForm):
    """A new person. The first password is a code that the next page shows."""

    classroom = forms.ModelChoiceField(
        label="Class",
        queryset=Classroom.objects.none(),
        required=False,
        help_text="For students: where she starts.",
    )

    class Meta:
        model = User
        fields = ("username", "display_name", "role")

    def clean_username(self) -> str:
        return User.normalize_username(self.cleaned_data["username"])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("classroom") and found.get("role", "student") != "student":
            self.add_error(
                "classroom", "Only students are enrolled; choose teachers on the page of the class."
            )
        return found


class ChangePersonForm(forms.ModelForm):
    """What can be changed of a person; the page makes some of it read-only."""

    class Meta:
        model = User
        fields = ("username", "display_name", "role", "is_active")


class AddClassroomForm(forms.ModelForm):
    """A new class; who teaches it, administrators choose."""

    class Meta:
        model = Classroom
        fields = ("name", "teachers")

    def clean_name(self) -> str:
        """Whole classes are compared, since a name may be that of an archived one."""
        made = Classroom(name=self.cleaned_data["name"])
        try:
            made.full_clean()
        except ValidationError as error:
            raise ValidationError(error.messages) from None
        return made.name
