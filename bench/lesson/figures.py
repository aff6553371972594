"""What a stage of the lesson measured."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from bench.quantile import quantile

ERRORS_SHOWN = 3
TICKS = ("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal")


@dataclass
class Figures:
    """Milliseconds of every answer, by kind of request, how often it was wrong, and the first wrong answers."""

    times: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    busy_cores: float = 0.0
    own_cores: float = 0.0

    @property
    def all_times(self) -> list[float]:
        """Of all kinds together."""
        return [time for times in self.times.values() for time in times]

    def note_error(self, kind: str, message: str) -> None:
        """Count it, and remember the first few."""
        self.errors[kind] += 1
        self.wrong = [*self.wrong, message][:ERRORS_SHOWN]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.all_times) / self.seconds


def busy_seconds() -> float:
    """Seconds for which cores of this machine have worked since it started; 0 where there is no /proc."""
    stat = Path("/proc/stat")
    if not stat.exists():
        return 0.0
    ticks = dict(zip(TICKS, map(int, stat.read_text().split("\n", 1)[0].split()[1:]), strict=False))
    return (sum(ticks.values()) - ticks["idle"] - ticks["iowait"] - ticks["steal"]) / 100


def print_table(figures: Figures) -> None:
    """One line for each kind of request."""
    print(f"  {'request':<18} {'answers':>8} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'errors':>7}")
    for kind in sorted({*figures.times, *figures.errors}):
        times = figures.times[kind]
        marks = " ".join(f"{quantile(times, part):8.0f}" for part in (0.5, 0.95, 0.99))
        print(f"  {kind:<18} {len(times):>8} {marks} {figures.errors[kind]:>7}")
    for message in figures.wrong:
        print(f"  wrong: {message}")
