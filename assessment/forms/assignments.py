"""The form of an assignment: what it is called, for whom, when, and its two lists."""

from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from accounts.models import Classroom, User
from accounts.queries import classrooms_visible_to
from assessment.enums import LatePolicy
from assessment.forms.items import Items
from assessment.forms.moments import MomentField
from assessment.forms.rubric import Rubric
from assessment.models import Assignment
from assessment.moments import day_and_time
from assessment.queries.setting import categories_used, classrooms_to_set_for
from assessment.services.assignments import save_assignment

LONGEST_TEXT = 20_000
PERCENT = "Give a number from 1 to 100."
MEANWHILE = (
    "This assignment was saved by somebody else, or in another tab, since you opened it. What you have typed is "
    "below; save again to put it in the place of what was saved."
)


class AssignmentForm(forms.ModelForm):
    """The fields; `items` and `rubric` are the lists. `kept` are classes that she did not choose and cannot remove."""

    text = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 4}),
        label="What to do",
        help_text="Markdown. Stands above the work; it may stay empty.",
    )
    classrooms = forms.ModelMultipleChoiceField(
        Classroom.objects.none(),
        required=False,
        label="For",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose among your own classes."},
    )
    opens_at = MomentField(label="Opens", help_text="Students do not see it before. Empty: at once.")
    due_at = MomentField(label="Due")
    closes_at = MomentField(label="Closes", help_text="Nothing is taken afterwards. Empty: never.")
    late_percent = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=100,
        label="Percent a day",
        help_text="What each day that has begun costs, of what was earned.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), PERCENT),
    )
    category = forms.CharField(
        required=False,
        max_length=60,
        widget=forms.TextInput({"list": "categories", "autocomplete": "off"}),
        help_text="For the gradebook, as Homework or Test.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Assignment
        fields: ClassVar = [
            "title", "text", "classrooms", "opens_at", "due_at", "closes_at", "late_policy", "late_percent",
            "category", "counts",
        ]  # fmt: skip
        labels: ClassVar = {"late_policy": "Late work is", "counts": "Counts in the gradebook"}
        error_messages: ClassVar = {"title": {"required": "Give it a title."}}

    def __init__(
        self,
        viewer: User,
        data: QueryDict | None = None,
        *,
        instance: Assignment | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        stored = instance.changed_at.isoformat() if instance else ""
        super().__init__(
            data, instance=instance, label_suffix="", initial={"seen": stored, **(initial or {})}
        )
        self.viewer, self.stored = viewer, stored
        choices = classrooms_to_set_for(viewer)
        self.fields["classrooms"].queryset = choices  # type: ignore[attr-defined]
        present = list(instance.classrooms.all()) if instance else []
        known = {classroom.pk for classroom in choices}
        self.kept = [classroom for classroom in present if classroom.pk not in known]
        self.kept_names = [one.name for one in classrooms_visible_to(viewer) if one in self.kept]
        self.categories = categories_used(viewer)
        self.items = Items(viewer, instance, data)
        self.rubric = Rubric(instance, data)

    @property
    def times(self) -> list[forms.BoundField]:
        """The fields of the times."""
        return [self[name] for name in ("opens_at", "due_at", "closes_at")]

    def act(self, do: str) -> None:
        """Do what a button other than Save asks for. Nothing is judged yet, and nothing that was typed is lost."""
        verb, _, key = do.partition(":")
        self.items.act(verb, key)
        self.rubric.act(verb, key)
        self._errors = ErrorDict()

    def is_valid(self) -> bool:
        """Whether all of it can be stored; everything that is wrong is said at once."""
        return all([super().is_valid(), self.items.is_valid(), self.rubric.is_valid()])

    @property
    def is_refused(self) -> bool:
        """Whether something was found wrong, in the fields or in the lists."""
        return bool(self.errors) or self.items.is_refused or self.rubric.is_refused

    def clean_seen(self) -> str:
        if self.instance.pk and self.cleaned_data["seen"] != self.stored:
            raise forms.ValidationError(MEANWHILE)
        return self.stored

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self._clean_percent(data)
        if not self.instance.is_draft and not data.get("classrooms") and not self.kept:
            self.add_error("classrooms", "It is published, so it needs a class.")
        opens, due, closes = data.get("opens_at"), data.get("due_at"), data.get("closes_at")
        if opens and due and due <= opens:
            self.add_error("due_at", f"This is before it opens, {day_and_time(opens)}.")
        if due and closes and closes < due:
            self.add_error("closes_at", f"This is before it is due, {day_and_time(due)}.")
        elif opens and closes and closes <= opens:
            self.add_error("closes_at", f"This is before it opens, {day_and_time(opens)}.")
        return data

    def _clean_percent(self, data: dict[str, Any]) -> None:
        """It counts, and is shown, only where late work loses points; elsewhere the stored one stays."""
        if data.get("late_policy") != LatePolicy.PERCENT:
            self.errors.pop("late_percent", None)
            data["late_percent"] = self.instance.late_percent
        elif data.get("late_percent") is None and "late_percent" not in self.errors:
            self.add_error("late_percent", PERCENT)

    def save(self, commit: bool = True) -> Assignment:
        """Store everything through the service. Raises NotSettableError."""
        fields = {
            name: value for name, value in self.cleaned_data.items() if name not in ("classrooms", "seen")
        }
        return save_assignment(
            by=self.viewer,
            assignment=self.instance if self.instance.pk else None,
            classrooms=[*self.cleaned_data["classrooms"], *self.kept],
            items=self.items.wanted(),
            criteria=self.rubric.wanted(),
            **fields,
        )
