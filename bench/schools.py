"""How long a school takes to open, and how that grows from one school to fifty; by template and by migrations.

`make bench ARGS=schools`. Runs on a PostgreSQL of its own, as durable as a real one, in a temporary folder.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.database import prepare
from bench.table import Row, print_rows

STEPS = (1, 10, 25, 50)
BY_MIGRATIONS = (1, 2, 3)
SECONDS_TO_OPEN = 0.5


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="codeyard-bench-") as folder:
        prepare(Path(folder))
        _measure()


def _measure() -> None:
    from schools.services.template import template_sql

    template = _seconds(lambda: template_sql("measured"))
    by_migrations = [_open(f"migrated-{number}", by_template=False) for number in BY_MIGRATIONS]
    seconds = [_open(f"school-{number:02}") for number in range(1, max(STEPS) + 1)]
    unneeded = _seconds(_look_for_migrations)
    rows = [Row("the template, once for a set of migrations", template, "s")]
    rows += [Row(f"school number {step}", seconds[step - 1], "s", SECONDS_TO_OPEN) for step in STEPS]
    rows += [
        Row("median of fifty", median(seconds), "s", SECONDS_TO_OPEN),
        Row("growth: last ten / first ten", median(seconds[-10:]) / median(seconds[:10]), "x"),
        Row("by migrations instead, median of three", median(by_migrations), "s"),
        Row("ratio: migrations / template", median(by_migrations) / median(seconds), "x"),
        Row("finding that none of 53 schools needs a migration", unneeded, "s"),
    ]
    print_rows("Opening a school", rows)


def _open(slug: str, *, by_template: bool = True) -> float:
    from schools.services import opening

    given = opening.template_sql
    if not by_template:
        opening.template_sql = lambda schema: None
    try:
        return _seconds(lambda: opening.open_school(slug=slug, name=slug))
    finally:
        opening.template_sql = given


def _look_for_migrations() -> None:
    from schools.services.migrating import schools_to_migrate

    assert schools_to_migrate() == []


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
