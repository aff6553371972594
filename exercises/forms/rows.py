"""Rows of a check: cases of functions and classes, rules for the source, rules for a picture."""

from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet

from exercises.forms.fields import CodeField, MaybeCodeField, MaybeTextField

Row = dict[str, Any]
SPARE_ROWS = 3
MOST_ROWS = 200


class CaseForm(forms.Form):
    """One call, and what it must do."""

    call = CodeField(rows=1, label="Call", help_text="double(4)")
    gives = MaybeCodeField(rows=1, label="Gives", help_text="8")
    raises = MaybeTextField(label="Raises", help_text="ValueError: too small")
    prints = MaybeCodeField(rows=1, label="Prints", help_text="or (nothing)")

    def row(self) -> Row:
        """The case."""
        return {name: self.cleaned_data[name] for name in ("call", "gives", "raises", "prints")}

    @staticmethod
    def initial_of(case: Row) -> Row:
        """What the form shows of a case."""
        return case


class SourceRuleForm(forms.Form):
    """One thing that the program must have, or must not."""

    rule = forms.ChoiceField(
        label="The program",
        required=False,
        choices=[
            ("", "–"),
            ("uses", "must use"),
            ("avoids", "must not use"),
            ("defines", "must define the function"),
            ("imports", "must import"),
            ("avoids_import", "must not import"),
            ("calls", "must call"),
            ("at_most_lines", "has at most so many lines"),
        ],
    )
    value = forms.CharField(label="What", required=False, help_text="for, sorted(), area, math or 10")
    parameters = forms.IntegerField(label="Parameters", required=False, help_text="of a function")
    at_least = forms.IntegerField(label="At least", required=False, help_text="calls")
    at_most = forms.IntegerField(label="At most", required=False, help_text="calls")

    def row(self) -> Row:
        """The rule."""
        data = self.cleaned_data
        rule, value = data["rule"], data["value"]
        made: Row = {rule: int(value) if rule == "at_most_lines" and value.isdecimal() else value}
        extra = {"defines": ("parameters",), "calls": ("at_least", "at_most")}.get(rule, ())
        return made | {name: data[name] for name in extra if data[name] is not None}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("value") and not data.get("rule"):
            self.add_error("rule", "Choose what the program must do with this.")
        return data

    @classmethod
    def initial_of(cls, rule: Row) -> Row:
        """What the form shows of a rule."""
        names = [name for name, _ in cls.base_fields["rule"].choices]  # type: ignore[attr-defined]
        name = next(name for name in names if name in rule)
        return {**rule, "rule": name, "value": str(rule[name])}


class PictureRuleForm(forms.Form):
    """The colour of one pixel, or how much of an area has it."""

    at = forms.CharField(label="Pixel, or area", required=False, help_text="x, y or left, top, right, bottom")
    colour = forms.CharField(label="Colour", required=False, help_text="#ff0000")
    at_least = forms.FloatField(label="At least", required=False, help_text="share of an area, 0 to 1")
    at_most = forms.FloatField(label="At most", required=False, help_text="share of an area, 0 to 1")
    tolerance = forms.IntegerField(label="Tolerance", required=False, help_text="32 of 255")

    def clean_at(self) -> list[int]:
        """Two or four whole numbers."""
        parts = self.cleaned_data["at"].replace(",", " ").split()
        if not parts and not self.has_changed():
            return []
        if len(parts) not in (2, 4) or not all(part.isdecimal() and len(part) < 6 for part in parts):
            raise forms.ValidationError("Write x, y for a pixel, or left, top, right, bottom for an area.")
        return [int(part) for part in parts]

    def row(self) -> Row:
        """The rule."""
        data = self.cleaned_data
        place = data["at"]
        made: Row = {"at" if len(place) == 2 else "area": place, "colour": data["colour"]}
        names = ("tolerance",) if len(place) == 2 else ("at_least", "at_most", "tolerance")
        return made | {name: data[name] for name in names if data[name] is not None}

    @staticmethod
    def initial_of(rule: Row) -> Row:
        """What the form shows of a rule."""
        return {**rule, "at": ", ".join(str(number) for number in rule.get("at") or rule["area"])}


class Rows(BaseFormSet):
    """The rows of one list of a check. Empty rows do not count; a row is deleted by its tick box."""

    def rows(self) -> list[Row]:
        """The filled rows in their order. The forms must be valid."""
        return [form.row() for form in self.filled()]

    def filled(self) -> list[Any]:
        """The forms of the rows that count."""
        kept = [form for form in self.forms if form not in self.deleted_forms]
        return [form for form in kept if any(value not in ("", None, []) for value in self._data(form))]

    def _data(self, form: forms.Form) -> list[Any]:
        return [value for name, value in form.cleaned_data.items() if name != "DELETE"]


def rows_of(form: type[forms.Form], data: Any, given: list[Row]) -> Any:
    """The form set for these rows: `form` is one of the classes above."""
    factory = forms.formset_factory(
        form, formset=Rows, extra=SPARE_ROWS, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS
    )
    initial = [form.initial_of(row) for row in given]  # type: ignore[attr-defined]
    return factory(data, prefix="rows", initial=initial)
