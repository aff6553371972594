"""Forms that take a whole exercise, or files with several."""

from django import forms

from exercises.document.limits import ARCHIVE_BYTES, MEGABYTE
from exercises.forms.fields import CodeField


class ExerciseTextForm(forms.Form):
    """An exercise as one Markdown file."""

    text = CodeField(rows=36, label="Exercise", required=True)


class UploadForm(forms.Form):
    """A file to be read: what it holds is shown before anything is stored."""

    file = forms.FileField(
        label="File",
        help_text="An exercise.md, or a ZIP with exercises, with collections, or with a track of Exercism.",
    )

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > ARCHIVE_BYTES:
            raise forms.ValidationError(f"A file may be {ARCHIVE_BYTES // MEGABYTE} MB at most.")
        return file
