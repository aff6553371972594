"""The parts of an exercise on its page: files, checks, hints."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin import StackedInline
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet, TextField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from accounts.admin.base import STAFF, Scoped, ScopedInline, person
from accounts.models import User
from exercises.document.files import usable_path
from exercises.document.limits import FILE_BYTES, MEGABYTE
from exercises.document.shapes import FaultError
from exercises.forms.fields import CodeField
from exercises.models import Check, Exercise, ExerciseFile, Hint
from exercises.permissions import can_change
from exercises.queries import exercises_visible_to


def files_visible_to(user: User) -> QuerySet[ExerciseFile]:
    """Files of the exercises that this person may see."""
    return ExerciseFile.objects.filter(exercise__in=exercises_visible_to(user))


def checks_visible_to(user: User) -> QuerySet[Check]:
    """Checks of the exercises that this person may see."""
    return Check.objects.filter(exercise__in=exercises_visible_to(user))


def hints_visible_to(user: User) -> QuerySet[Hint]:
    """Hints of the exercises that this person may see."""
    return Hint.objects.filter(exercise__in=exercises_visible_to(user))


class Part(Scoped):
    """Rows of an exercise: whoever may change the exercise may change them."""

    may_add: ClassVar = STAFF
    may_change: ClassVar = STAFF
    may_delete: ClassVar = STAFF

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_add_permission(request, obj) and self._may_change(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._may_change(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_change(request, obj)

    def _may_change(self, request: HttpRequest, obj: Model | None) -> bool:
        return isinstance(obj, Exercise) and can_change(person(request), obj)


class ExerciseFileForm(forms.ModelForm):
    """A file: text to type, or an upload of anything."""

    text = CodeField(rows=8)
    upload = forms.FileField(required=False, help_text="Takes the place of the text.")

    class Meta:
        model = ExerciseFile
        fields = ("role", "path", "position")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file: ExerciseFile = self.instance
        self.fields["path"].required = False
        if file.is_binary:
            self.fields[
                "text"
            ].help_text = f"{len(bytes(file.content)):,} bytes that are no text. Text replaces them."
        elif file.pk:
            self.initial["text"] = bytes(file.content).decode()

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        if upload and upload.size > FILE_BYTES:
            raise ValidationError(f"A file may be {FILE_BYTES // MEGABYTE} MB at most.")
        return upload

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        upload = data.get("upload")
        try:
            data["path"] = usable_path(data.get("path") or (upload.name if upload else ""))
        except FaultError as fault:
            self.add_error("path", str(fault))
        if "text" in data and len(data["text"].encode(errors="replace")) > FILE_BYTES:
            self.add_error("text", f"A file may be {FILE_BYTES // MEGABYTE} MB at most.")
        return data

    def save(self, commit: bool = True) -> ExerciseFile:
        upload, text = self.cleaned_data["upload"], self.cleaned_data["text"]
        file: ExerciseFile = self.instance
        if upload:
            file.content = upload.read()
            file.is_binary = not _is_text(file.content)
        elif text or not file.is_binary:
            file.content, file.is_binary = text.encode(), False
        return super().save(commit)


class ExerciseFileInline(Part, StackedInline):
    """Starter, solution, tests and pictures."""

    model = ExerciseFile
    form = ExerciseFileForm
    visible_to = files_visible_to
    extra = 0
    view_on_site = False
    fields = (("role", "path", "position"), "text", "upload")
    verbose_name = "file"


class CheckInline(Part, ScopedInline):
    """The checks in their order, each with a link to its own form."""

    model = Check
    visible_to = checks_visible_to
    may_add = frozenset()
    fields = ("position", "check_link", "kind_name", "weight", "hidden")
    readonly_fields = ("check_link", "kind_name")

    @admin.display(description="Check")
    def check_link(self, check: Check) -> str:
        """A link to its form."""
        address = reverse("admin:exercises_exercise_check", args=[check.exercise_id, check.pk])
        return format_html('<a href="{}">{}</a>', address, check.name)

    @admin.display(description="Kind")
    def kind_name(self, check: Check) -> str:
        """What it looks at."""
        return check.get_kind_display()


class HintInline(Part, ScopedInline):
    """The hints in their order."""

    model = Hint
    visible_to = hints_visible_to
    fields = ("position", "text")
    formfield_overrides: ClassVar = {TextField: {"widget": forms.Textarea({"rows": 3, "cols": 80})}}


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False
