"""Fields that keep every space, and fields that hold several values."""

import json
from typing import Any

from django import forms

NOTHING = "(nothing)"


class CodeWidget(forms.Textarea):
    """A text area for code: as wide as it can be, in the code face."""

    def __init__(self, rows: int = 4) -> None:
        super().__init__({"rows": rows, "class": "code-text", "spellcheck": "false", "autocomplete": "off"})


class CodeField(forms.CharField):
    """Text as it was typed, with `\\n` line ends."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(**{"strip": False, "required": False, "widget": CodeWidget(rows), **options})

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class MaybeCodeField(CodeField):
    """Text, or None when the field is empty; `(nothing)` stands for an empty text."""

    def prepare_value(self, value: Any) -> Any:
        return NOTHING if value == "" else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return "" if text.strip() == NOTHING else text or None


class MaybeTextField(forms.CharField):
    """One line of text, or None when the field is empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def clean(self, value: Any) -> Any:
        return super().clean(value) or None


class LinesField(CodeField):
    """A list of texts, one on each line. With `maybe`, None when there are none."""

    def __init__(self, *, maybe: bool = False, **options: Any) -> None:
        self.maybe = maybe
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in super().clean(value).split("\n") if line.strip()]
        return lines if lines or not self.maybe else None


class TopicsField(forms.CharField):
    """A list of words with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        words = [" ".join(word.split()) for word in super().clean(value).split(",")]
        return list(dict.fromkeys(word for word in words if word))


class WordOrDataField(CodeField):
    """One of a few words, or lists of numbers as JSON."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else json.dumps(value)

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        if not text.startswith("["):
            return text
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            raise forms.ValidationError(
                "These lists cannot be read; look for a missing bracket or comma."
            ) from None
