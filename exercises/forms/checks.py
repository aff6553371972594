"""One form for each kind of check.

A form's fields have the names of the document's, so that its faults find their place.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from exercises.document import validate
from exercises.document.problems import Problem
from exercises.enums import CheckKind, Show
from exercises.forms.fields import (
    CodeField,
    LinesField,
    MaybeTextField,
    WordOrDataField,
)
from exercises.forms.rows import CaseForm, PictureRuleForm, SourceRuleForm, rows_of

Check = dict[str, Any]
MATCHES = [
    ("trimmed", "The same lines (spaces at their ends and empty lines at the end do not count)"),
    ("exact", "Exactly the same"),
    ("contains", "Contains this text"),
    ("pattern", "Fits this regular expression"),
]
PROMPTS = [
    ("ignore", "What input() asks is no output"),
    ("count", "What input() asks counts as output"),
]


class CheckForm(forms.Form):
    """What every check has. `rows` names the list that stands in rows beneath the form."""

    kind: ClassVar[str]
    about: ClassVar[str]
    rows: ClassVar[tuple[str, type[forms.Form]] | None] = None

    name = forms.CharField(help_text="Students read this in the list: what it looks at.")
    message = CodeField(rows=2, help_text="Shown when the check fails: what to look at.")
    weight = forms.IntegerField(
        initial=1, help_text="How much it counts beside the others; 0 counts nothing."
    )
    hidden = forms.BooleanField(
        required=False, help_text="Students see only that there are hidden checks. Verify runs them."
    )
    show = forms.ChoiceField(choices=Show.choices, label="A failed check shows")
    seconds = forms.FloatField(initial=5, help_text="How long the program may take for this check.")

    COMMON: ClassVar[tuple[str, ...]] = ("name", "message", "weight", "hidden", "show", "seconds")

    def __init__(self, document: Check, check: Check | None, data: Any = None) -> None:
        self.document, self.given = document, check
        initial = None if check is None else self.initial_of(check)
        super().__init__(data, initial=initial, label_suffix="")
        own = [name for name in self.fields if name not in self.COMMON]
        self.order_fields(["name", *dict.fromkeys([*(self.field_order or ()), *own]), *self.COMMON[1:]])
        self.row_forms = self._rows(data, check)
        self.check: Check = {}

    def initial_of(self, check: Check) -> Check:
        """What the form shows of a check."""
        return check

    def is_valid(self) -> bool:
        """Whether the check can be stored; `check` then holds it in its canonical form."""
        rows_are_valid = self.row_forms is None or self.row_forms.is_valid()
        if not super().is_valid() or not rows_are_valid:
            return False
        tried = {**self.document, "checks": [self.written()]}
        checked, problems = validate(tried)
        own = [problem for problem in problems if problem.path[:2] == ("checks", 0)]
        for problem in own:
            self._tell(problem)
        if not own:
            self.check = checked["checks"][0]
        return not own

    def written(self) -> Check:
        """The check as the form has it, not checked yet."""
        fields = {name: value for name, value in self.cleaned_data.items() if name in self.fields}
        if self.rows and self.row_forms is not None:
            fields[self.rows[0]] = self.row_forms.rows()
        key = {"id": self.given["id"]} if self.given else {}
        return {**fields, **key, "kind": self.kind}

    def _rows(self, data: Any, check: Check | None) -> Any:
        if self.rows is None:
            return None
        name, form = self.rows
        return rows_of(form, data, (check or {}).get(name, []))

    def _tell(self, problem: Problem) -> None:
        """Put a problem beside its field, or in its row."""
        place = problem.path[2:]
        if self.rows and self.row_forms is not None and place[:1] == (self.rows[0],) and len(place) > 1:
            row = self.row_forms.filled()[int(place[1])]
            field = next((str(part) for part in place[2:] if part in row.fields), None)
            row.add_error(field, problem.sentence)
            return
        field = str(place[0]) if place and place[0] in self.fields else None
        self.add_error(field, problem.sentence)


class TextMatchForm(CheckForm):
    """How text is compared."""

    match = forms.ChoiceField(choices=MATCHES, label="Compare")
    ignore_case = forms.BooleanField(required=False, label="Capital and small letters are the same")
    ignore_space = forms.BooleanField(required=False, label="Any white space equals any other")
    tolerance = forms.FloatField(
        required=False, help_text="How far numbers in the text may be off, as 0.01. Empty: not at all."
    )


class ExpectedTextForm(TextMatchForm):
    """Text that is written here, or taken from the solution. `expected` names the field."""

    expected: ClassVar[str]
    from_solution = forms.BooleanField(
        required=False,
        initial=True,
        label="As the solution does",
        help_text="Untick to write what is expected.",
    )

    def initial_of(self, check: Check) -> Check:
        return {**check, "from_solution": check[self.expected] is None}

    def written(self) -> Check:
        written = super().written()
        if written.pop("from_solution"):
            written[self.expected] = None
        return written


class OutputForm(ExpectedTextForm):
    kind = CheckKind.OUTPUT
    about = "Runs the program with lines typed in, and compares what it prints. Example: input 3, output 6."
    expected = "output"
    input = CodeField(label="Input", help_text="Lines that the program reads with input().")
    output = CodeField(label="Output", help_text="What it must print.")
    prompts = forms.ChoiceField(choices=PROMPTS)
    field_order = ("input", "from_solution", "output", "match")


class CallsForm(CheckForm):
    """What calls have in common."""

    rows = ("cases", CaseForm)
    setup = CodeField(
        rows=3, label="First run", help_text="Python lines before the calls, as: words = ['a', 'b']"
    )
    input = CodeField(rows=2, label="Input", help_text="Lines for input(), should the file read any.")
    tolerance = forms.FloatField(initial=1e-9, help_text="How far numbers may be off.")
    exact_type = forms.BooleanField(required=False, label="3 and 3.0 are not the same")
    module = forms.CharField(required=False, help_text="The file without .py. Empty: the main file.")

    def written(self) -> Check:
        written = super().written()
        if not written["module"]:
            del written["module"]
        return written


class FunctionForm(CallsForm):
    kind = CheckKind.FUNCTION
    about = (
        "Calls the student's functions. Write in each row a call, and what it gives, raises or prints. "
        "With only a call, the solution decides. Example: double(4) gives 8."
    )


class ClassForm(CallsForm):
    kind = CheckKind.CLASS
    about = (
        "Makes an object, which is called “it”, and runs the calls one after the other on it. "
        "Example: create Account(10), then it.pay(4), then it.balance gives 6."
    )
    create = forms.CharField(help_text="An expression, as: Account('Ada', 10)")
    field_order = ("name", "create")


class FileForm(CheckForm):
    """A file of the tests."""

    def __init__(self, document: Check, check: Check | None, data: Any = None) -> None:
        super().__init__(document, check, data)
        field = self.fields["make" if "make" in self.fields else "file"]
        paths = [(file["path"], file["path"]) for file in document["tests"]]
        field.widget = forms.Select(choices=paths or [("", "Add a file of the role Tests first")])


class UnittestForm(FileForm):
    kind = CheckKind.UNITTEST
    about = (
        "Runs a unittest file that imports the student's modules. It runs beside the student's code, so what it "
        "expects can be read there; use other kinds where that matters."
    )
    file = forms.CharField(help_text="A file of the role Tests.")


class DoctestForm(FileForm):
    kind = CheckKind.DOCTEST
    about = "Runs the examples with >>> in a file, after “from main import *”."
    file = forms.CharField(help_text="A file of the role Tests.")


class PuzzleForm(FileForm, TextMatchForm):
    kind = CheckKind.PUZZLE
    about = "Gives every student an input of her own; the answer is the last line that her program prints."
    make = forms.CharField(
        help_text="A file of the role Tests with make_input(random), which returns the text of an input."
    )
    input_file = forms.CharField(initial="input.txt", help_text="The file in which she finds her input.")
    inputs = forms.IntegerField(initial=30, help_text="How many different inputs there are.")


class SourceForm(CheckForm):
    kind = CheckKind.SOURCE
    about = "Reads the program without running it. Example: must use for; must not use sorted()."
    rows = ("rules", SourceRuleForm)
    file = forms.CharField(required=False, help_text="Empty: the main file.")

    def written(self) -> Check:
        written = super().written()
        if not written["file"]:
            del written["file"]
        return written


class WrittenFileForm(ExpectedTextForm):
    kind = CheckKind.FILE
    about = "Runs the program and compares a file that it writes. Example: report.txt."
    expected = "content"
    input = CodeField(rows=2, label="Input", help_text="Lines that the program reads with input().")
    path = forms.CharField(label="File", help_text="The file that the program writes.")
    content = CodeField(label="Content", help_text="What must be in it.")
    field_order = ("input", "path", "from_solution", "content", "match")


class FigureForm(CheckForm):
    kind = CheckKind.FIGURE
    about = (
        "Looks at a figure of Matplotlib before it becomes a picture. What is left empty is not looked at."
    )
    input = CodeField(rows=2, label="Input", help_text="Lines that the program reads with input().")
    number = forms.IntegerField(initial=1, label="Figure", help_text="1 is the first that the program shows.")
    title = MaybeTextField()
    x_label = MaybeTextField(label="Label of the x axis")
    y_label = MaybeTextField(label="Label of the y axis")
    legend = LinesField(maybe=True, rows=2, help_text="One entry a line.")
    lines = forms.IntegerField(required=False, label="Number of lines")
    bars = forms.IntegerField(required=False, label="Number of bars")
    points = forms.IntegerField(required=False, label="Number of points")
    wedges = forms.IntegerField(required=False, label="Number of pieces of a pie")
    data = WordOrDataField(  # type: ignore[assignment]
        rows=2,
        initial="none",
        help_text='none: not looked at; solution: as the solution draws; or as [{"x": [1, 2], "y": [3, 4]}]',
    )
    tolerance = forms.FloatField(initial=1e-6, help_text="How far the data may be off.")


class PictureForm(CheckForm):
    kind = CheckKind.PICTURE
    about = "Looks at the size and the pixels of a picture. Example: the pixel 10, 10 is #ff0000."
    rows = ("rules", PictureRuleForm)
    input = CodeField(rows=2, label="Input", help_text="Lines that the program reads with input().")
    picture = forms.CharField(
        initial="shown", help_text="shown: the first that is shown; or the name of a file."
    )
    width = forms.IntegerField(required=False, help_text="In pixels.")
    height = forms.IntegerField(required=False, help_text="In pixels.")
    like_solution = forms.FloatField(
        required=False, help_text="Share of the pixels that must be like the solution's, as 0.98."
    )


class TurtleForm(CheckForm):
    kind = CheckKind.TURTLE
    about = "Compares the path that a turtle draws with the solution's."
    input = CodeField(rows=2, label="Input", help_text="Lines that the program reads with input().")
    path = WordOrDataField(
        rows=2,
        initial="solution",
        help_text="solution: as the solution's; none: not looked at; or strokes, as [[[0, 0], [100, 0], [100, 100]]]",
    )
    ignore = forms.MultipleChoiceField(
        required=False,
        label="These may differ",
        initial=["position", "order"],
        choices=[
            ("position", "where it is"),
            ("size", "how large it is"),
            ("rotation", "how it is turned"),
            ("order", "which stroke comes first"),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    tolerance = forms.FloatField(initial=2, help_text="In steps of the turtle.")
    colours = LinesField(
        maybe=True, rows=2, help_text="Colours that it must draw with, one a line, as #ff0000."
    )
    fills = forms.IntegerField(required=False, label="Number of filled shapes")
    closed = forms.BooleanField(required=False, label="The path ends where it began")


class RandomForm(TextMatchForm):
    kind = CheckKind.RANDOM
    about = (
        "Makes random inputs, and compares with what the solution does. For a function, write its arguments; "
        "for a program, the lines that it reads. Example: int(1, 100)."
    )
    function = MaybeTextField(help_text="Its name. Empty for a program that reads lines.")
    arguments = LinesField(rows=3, help_text="One on each line, as: list(int(0, 9), 0, 5)")
    lines = LinesField(rows=3, help_text="One on each line, as: int(1, 100)")
    count = forms.IntegerField(initial=60, help_text="How many inputs.")
    exact_type = forms.BooleanField(required=False, label="3 and 3.0 are not the same")
    field_order = ("function", "arguments", "lines", "count", "match")

    def written(self) -> Check:
        written = super().written()
        if self.given is None and written["tolerance"] is None:
            del written["tolerance"]
        return written


FORMS: Mapping[str, type[CheckForm]] = {
    form.kind: form
    for form in (
        OutputForm,
        FunctionForm,
        ClassForm,
        RandomForm,
        SourceForm,
        WrittenFileForm,
        FigureForm,
        PictureForm,
        TurtleForm,
        PuzzleForm,
        DoctestForm,
        UnittestForm,
    )
}
