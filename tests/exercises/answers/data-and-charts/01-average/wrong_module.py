# Fails: By hand
import statistics


def mean(values):
    return statistics.mean(values) if values else None


def extent(values):
    return (min(values), max(values)) if values else None
