"""What the page of Try it sends, checked word by word."""

from typing import Any

from exercises.document import digest
from exercises.enums import CheckState
from projects.api.errors import Refusal, invalid
from projects.api.payloads import Payload, text_field, typed

FIELDS = {"documentSha256", "recorded", "solution", "starter"}
CHANGED = (409, "changed", "The exercise was changed in the meantime. Reload this page and try it again.")


def trial_report(payload: Payload, document: dict[str, Any]) -> dict[str, Any]:
    """`{documentSha256, recorded: {check: …}, solution: [{check, state}], starter: [{check, state}]}` about `document`.

    Raises `Refusal`.
    """
    if set(payload) != FIELDS:
        raise invalid(f"The fields of a trial are {', '.join(sorted(FIELDS))}, and no others.")
    sha256 = text_field(payload, "documentSha256")
    if sha256 != digest(document):
        raise Refusal(*CHANGED)
    checks = {check["id"] for check in document["checks"]}
    recorded = typed(payload["recorded"], dict, "recorded")
    if not set(recorded) <= checks:
        raise invalid("“recorded” names a check that the exercise does not have.")
    return {
        "sha256": sha256,
        "recorded": recorded,
        "solution": _states(payload, "solution", checks),
        "starter": _states(payload, "starter", checks),
    }


def _states(payload: Payload, name: str, checks: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in typed(payload[name], list, name):
        result = typed(one, dict, name)
        if set(result) != {"check", "state"}:
            raise invalid(f"“{name}” is a list of checks with their states.")
        check, state = text_field(result, "check"), text_field(result, "state")
        if check not in checks or check in found or state not in CheckState.values:
            raise invalid(f"“{name}” names an unknown check or state.")
        found[check] = state
    if set(found) != checks:
        raise invalid(f"“{name}” must name every check of the exercise, once.")
    return found
