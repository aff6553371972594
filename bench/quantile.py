"""Quantiles of measured times."""

import statistics


def quantile(times: list[float], part: float) -> float:
    """The value below which `part` of them lie; of a single one, itself."""
    if len(times) < 2:
        return times[0] if times else float("nan")
    return statistics.quantiles(times, n=1000, method="inclusive")[int(part * 1000) - 1]
