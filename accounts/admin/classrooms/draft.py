"""What the form of a list of students holds, and what would become of it."""

import hashlib
import json
from dataclasses import dataclass

from django.http import HttpRequest

from accounts.admin.base import person
from accounts.enums import Column
from accounts.models import Classroom
from accounts.roster.columns import guess_columns, has_heading
from accounts.roster.decoding import decode, tidy
from accounts.roster.limits import BYTES, RosterError, check_lines
from accounts.roster.planning import Plan, plan_roster
from accounts.roster.table import Row, read_rows


@dataclass
class Draft:
    """A list as a teacher gave it, what the page makes of it, and what is wrong with it as a whole."""

    text: str = ""
    rows: tuple[Row, ...] = ()
    heading: bool = False
    columns: tuple[Column, ...] = ()
    plan: Plan | None = None
    error: str = ""

    @property
    def digest(self) -> str:
        """What the preview was of: only that is added."""
        seen = json.dumps([self.text, self.heading, self.columns])
        return hashlib.sha256(seen.encode(errors="replace")).hexdigest()


def read_draft(request: HttpRequest, classroom: Classroom) -> Draft:
    """What the form holds; a file takes the place of the text. Columns are guessed until the form says them."""
    draft = Draft(text=request.POST.get("text", ""))  # whatever is wrong, what was typed stays in the form
    try:
        upload = request.FILES.get("file")
        draft.text = decode(upload.read(BYTES + 1)) if upload else tidy(draft.text)
        rows = read_rows(draft.text)
        if not rows:
            draft.error = "There are no names yet. Paste a list, or choose a file."
            return draft
        is_first = upload is not None or "seen" not in request.POST
        draft.heading = has_heading(rows) if is_first else "heading" in request.POST
        draft.columns = _columns(request, rows, draft.heading, is_first)
        draft.rows = tuple(rows[1:] if draft.heading else rows)
        check_lines(len(draft.rows))
        draft.plan = plan_roster(
            asker=person(request), classroom=classroom, rows=draft.rows, columns=draft.columns
        )
    except RosterError as error:
        draft.error = str(error)
    return draft


def _columns(request: HttpRequest, rows: list[Row], heading: bool, is_first: bool) -> tuple[Column, ...]:
    """What the form says of each column; what it does not say is guessed."""
    guessed = guess_columns(rows, heading)
    if is_first or request.POST.get("columns") != str(len(guessed)):
        return tuple(guessed)
    said = [request.POST.get(f"column-{place}", "") for place in range(len(guessed))]
    return tuple(
        Column(one) if one in Column.values else guess for one, guess in zip(said, guessed, strict=True)
    )
