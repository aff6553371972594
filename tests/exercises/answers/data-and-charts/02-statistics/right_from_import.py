# fmean, and names brought in one by one.
from statistics import fmean, median


def summary(values):
    values = sorted(values)
    return dict(mean=fmean(values), median=median(values), spread=values[-1] - values[0])
