"""Several errors that happened together."""

from typing import Any

from codeyard.explanations.wording import Explanation


def explain(problem: Any) -> Explanation:
    """An exception group."""
    count = len(problem.error.exceptions)
    return Explanation(
        f"{count} errors happened together" if count > 1 else "An error happened in a group",
        "Tasks that run side by side can fail side by side. Each error stands in a box of its own below.",
        "Read the boxes one after the other, the first one first.",
    )
