"""How a measurement is printed: value, aim, and the ratio between them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure. `aim` is the limit it is held against (same unit), None where there is none."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    note: str = ""


def print_rows(title: str, rows: list[Row]) -> None:
    """Print the rows under a title, with value ÷ aim."""
    print(f"\n{title}\n{'-' * len(title)}")
    width = max(len(row.name) for row in rows)
    for row in rows:
        against = f"aim {row.aim:g} {row.unit}  ratio {row.value / row.aim:.2f}" if row.aim else ""
        print(f"{row.name:<{width}}  {row.value:>10.4g} {row.unit:<6} {against:<32} {row.note}".rstrip())
