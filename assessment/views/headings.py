"""Headings of a grid that sort it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, which sorts by it: pressed again, the other way round."""

    title: str
    order: str
    chosen: str  # the page's present order

    @property
    def direction(self) -> str:
        """For `aria-sort`."""
        return {self.order: "ascending", f"-{self.order}": "descending"}.get(self.chosen, "none")

    @property
    def next_order(self) -> str:
        """What pressing it asks for."""
        return f"-{self.order}" if self.chosen == self.order else self.order
