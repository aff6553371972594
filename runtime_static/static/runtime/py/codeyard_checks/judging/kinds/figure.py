"""`figure`: what a program draws with matplotlib, read from the figure before it becomes a picture."""

import math
from typing import Any

from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Malformed, Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.verdicts import Verdict, failed, passed, unfinished

TRUST = "outside"
TOLERANCE = 1e-6
TEXTS = {"title": "title", "x_label": "label of the x axis", "y_label": "label of the y axis"}
COUNTS = {"lines": "line", "bars": "bar", "points": "point", "wedges": "wedge"}
SERIES = ("lines", "bars", "points")
Figure = dict[str, Any]


def plan(context: Context) -> list[Step]:
    """One run of the program, and its figures."""
    for name in TEXTS:
        context.optional_text(name)
    for name in COUNTS:
        context.whole(name)
    for entry in context.items("legend"):
        if not isinstance(entry, str):
            raise Problem("The field “legend” has to be a list of texts.")
    context.number("tolerance", TOLERANCE)
    _number_of_figure(context)
    _stated(context)
    return [context.step(1, "program", stdin=context.text("input"), watch=["figures"])]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The first thing of the figure that is not as expected."""
    given = context.text("input")
    fields: dict[str, Any] = {"given": given, "debug": {"stdin": given, "code": None}}
    broken = unfinished(seen[0], context, **fields)
    if broken is not None:
        return broken
    figures, number = _figures(seen[0]), _number_of_figure(context)
    if len(figures) < number:
        return failed(_too_few(len(figures), number), **fields)
    figure = figures[number - 1]
    for judged in (_texts, _legend, _counts):
        verdict = judged(context, figure, fields)
        if verdict is not None:
            return verdict
    wanted = _wanted(context, reference)
    if wanted is not None and not _same_data(
        wanted, figure, context.number("tolerance", TOLERANCE) or 0.0, _exact(context)
    ):
        return _other_data(wanted, figure, fields)
    return passed("The figure is as expected.", **fields)


def record(context: Context, seen: list[Observed]) -> dict[str, Any] | None:
    """The data of the solution's figure, where that decides."""
    if not _exact(context):
        return None
    if not seen[0].completed:
        raise Problem("The solution did not come to its end, so there is no figure to compare with.")
    figures, number = _figures(seen[0]), _number_of_figure(context)
    if len(figures) < number:
        raise Problem(
            f"The solution draws {len(figures)} figures, and the field “number” asks for figure {number}."
        )
    figure = figures[number - 1]
    kept = {name: [{"x": one["x"], "y": one["y"]} for one in _all(figure, name)] for name in SERIES}
    return {**kept, "wedges": [one["share"] for one in _all(figure, "wedges")]}


def _number_of_figure(context: Context) -> int:
    number = context.whole("number", 1)
    if not number:
        raise Problem("The field “number” has to be 1 or more.")
    return number


def _exact(context: Context) -> bool:
    """Whether the solution decides what is in the figure."""
    return context.check.get("data") == "solution"


def _stated(context: Context) -> list[dict[str, Any]] | None:
    data = context.check.get("data", "none")
    if data in ("solution", "none", None):
        return None
    if not isinstance(data, list) or not all(_is_series(one) for one in data):
        raise Problem("The field “data” has to be solution, none, or a list with x and y of the same length.")
    return data


def _is_series(one: Any) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("x"), list) or not isinstance(one.get("y"), list):
        return False
    return len(one["x"]) == len(one["y"])


def _wanted(context: Context, reference: list[Observed] | None) -> dict[str, Any] | None:
    stated = _stated(context)
    if stated is not None:
        return {"any": stated}
    if not _exact(context):
        return None
    kept = record(context, reference) if reference is not None else context.recorded
    if not isinstance(kept, dict) or not all(
        isinstance(kept.get(name), list) for name in (*SERIES, "wedges")
    ):
        raise Problem("The field “data” asks for the solution's, and nothing was recorded from it.")
    return kept


def _figures(seen: Observed) -> list[Figure]:
    figures = seen.data.get("figures")
    if not isinstance(figures, list):
        raise Malformed("there are no figures")
    for figure in figures:
        for axes in figure["axes"]:
            for name in SERIES:
                if not all(_is_series(one) for one in axes[name]):
                    raise Malformed("a series has no shape")
            if not all(isinstance(one, dict) and "share" in one for one in axes["wedges"]):
                raise Malformed("a wedge has no shape")
    return figures


def _all(figure: Figure, name: str) -> list[Any]:
    return [one for axes in figure["axes"] for one in axes[name]]


def _too_few(count: int, number: int) -> str:
    if count == 0:
        return "Your program draws no figure."
    return f"Your program draws {_counted(count, 'figure')}, and this check looks at figure {number}."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _plain(text: Any) -> str:
    return " ".join(str(text).split()).casefold()


def _texts(context: Context, figure: Figure, fields: dict[str, Any]) -> Verdict | None:
    for name, words in TEXTS.items():
        wanted = context.optional_text(name)
        if wanted is None:
            continue
        found = [str(axes[name]) for axes in figure["axes"]]
        found += [str(figure.get("title", ""))] if name == "title" else []
        if _plain(wanted) not in [_plain(text) for text in found]:
            got = next((text for text in found if text.strip()), "")
            has = f"The {words} is “{got[:80]}”" if got else f"The figure has no {words}"
            plain = f"The {words} is not as expected." if got else f"{has}."
            return failed(
                f"{has}, but “{wanted}” was expected.", plain, **{**fields, "expected": wanted, "got": got}
            )
    return None


def _legend(context: Context, figure: Figure, fields: dict[str, Any]) -> Verdict | None:
    if context.check.get("legend") is None:
        return None
    wanted = context.items("legend")
    legends = [axes["legend"] for axes in figure["axes"] if axes["legend"] is not None]
    found = [str(text) for legend in legends for text in legend]
    if sorted(map(_plain, wanted)) == sorted(map(_plain, found)):
        return None
    fields = {**fields, "expected": "\n".join(wanted), "got": "\n".join(found)}
    if not legends:
        return failed("The figure has no legend.", **fields)
    return failed(
        f"The legend says {', '.join(found)[:100] or 'nothing'}, but {', '.join(wanted)[:100]} was expected.",
        "The legend is not as expected.",
        **fields,
    )


def _counts(context: Context, figure: Figure, fields: dict[str, Any]) -> Verdict | None:
    for name, noun in COUNTS.items():
        wanted = context.whole(name)
        series = _all(figure, name)
        count = len(series) if name in ("lines", "wedges") else sum(len(one["x"]) for one in series)
        if wanted is not None and count != wanted:
            summary = f"The figure has {_counted(count, noun)}, but {_counted(wanted, noun)} {_was(wanted)} expected."
            return failed(
                summary, f"The figure has {_counted(count, noun)}: that is not as expected.", **fields
            )
    return None


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _same_data(wanted: dict[str, Any], figure: Figure, tolerance: float, exact: bool) -> bool:
    if not exact:
        series = [one for name in SERIES for one in _all(figure, name)]
        return all(_taken(one, series, tolerance) for one in wanted["any"])
    for name in SERIES:
        series = _all(figure, name)
        if len(series) != len(wanted[name]) or not all(
            _taken(one, series, tolerance) for one in wanted[name]
        ):
            return False
    shares = [one["share"] for one in _all(figure, "wedges")]
    return _near(sorted(wanted["wedges"], key=str), sorted(shares, key=str), tolerance)


def _taken(wanted: dict[str, Any], series: list[dict[str, Any]], tolerance: float) -> bool:
    """Find a series, and take it out, so that it counts once."""
    for position, one in enumerate(series):
        if _near(wanted["x"], one["x"], tolerance) and _near(wanted["y"], one["y"], tolerance):
            del series[position]
            return True
    return False


def _near(wanted: Any, got: Any, tolerance: float) -> bool:
    if not isinstance(got, list) or len(wanted) != len(got):
        return False
    return all(_near_one(one, other, tolerance) for one, other in zip(wanted, got, strict=True))


def _near_one(wanted: Any, got: Any, tolerance: float) -> bool:
    try:
        first, second = float(wanted), float(got)
    except (TypeError, ValueError):
        return _plain(wanted) == _plain(got)
    if first != first or second != second:
        return first != first and second != second
    return first == second or math.isclose(first, second, rel_tol=min(tolerance, 1e-6), abs_tol=tolerance)


def _other_data(wanted: dict[str, Any], figure: Figure, fields: dict[str, Any]) -> Verdict:
    expected = wanted.get("any") or [one for name in SERIES for one in wanted[name]]
    got = [one for name in SERIES for one in _all(figure, name)]
    fields = {**fields, "expected": _shown(expected), "got": _shown(got)}
    return failed("The data of the figure is not as expected.", **fields)


def _shown(series: list[dict[str, Any]]) -> str:
    return "\n".join(f"x: {_values(one['x'])}\ny: {_values(one['y'])}" for one in series[:10])


def _values(values: list[Any]) -> str:
    shown = ", ".join(f"{one:g}" if isinstance(one, float) else str(one) for one in values[:20])
    return f"{shown}, …" if len(values) > 20 else shown
