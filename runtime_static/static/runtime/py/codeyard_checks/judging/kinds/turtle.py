"""`turtle`: the shape of what turtles draw, its colours and fillings."""

import math
from itertools import pairwise
from typing import Any

from codeyard_checks.judging import shapes
from codeyard_checks.judging.colours import hexadecimal
from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Malformed, Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.shapes import Line
from codeyard_checks.judging.verdicts import Verdict, failed, passed, unfinished

TRUST = "outside"
TOLERANCE = 2.0
IGNORED = ("position", "order")
CAN_IGNORE = ("position", "size", "rotation", "order")
LINES = 20_000


def plan(context: Context) -> list[Step]:
    """One run of the program, and what its turtles draw."""
    _ignored(context)
    _stated(context)
    _colours(context)
    context.whole("fills")
    context.flag("closed")
    context.number("tolerance", TOLERANCE)
    return [context.step(1, "program", stdin=context.text("input"), watch=["turtle"])]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The first thing of the drawing that is not as expected."""
    given = context.text("input")
    fields: dict[str, Any] = {"given": given, "debug": {"stdin": given, "code": None}}
    broken = unfinished(seen[0], context, **fields)
    if broken is not None:
        return broken
    drawing = _drawing(seen[0])
    verdict = (
        _by_path(context, _lines(drawing), reference, fields)
        or _by_colours(context, drawing, fields)
        or _by_fills(context, drawing, fields)
        or _by_ends(context, _lines(drawing), fields)
    )
    return verdict or passed("The drawing is as expected.", **fields)


def record(context: Context, seen: list[Observed]) -> dict[str, Any] | None:
    """The solution's lines, where its path decides."""
    if context.check.get("path", "solution") not in ("solution", None):
        return None
    if not seen[0].completed:
        raise Problem("The solution did not come to its end, so there is no drawing to compare with.")
    lines = shapes.merged(_lines(_drawing(seen[0])))
    if not lines:
        raise Problem("The turtles of the solution draw no line. Set the field “path” to none.")
    return {"lines": [[*start, *end] for start, end in lines]}


def _ignored(context: Context) -> set[str]:
    if context.check.get("ignore") is None:
        return set(IGNORED)
    ignored = context.items("ignore")
    if not all(one in CAN_IGNORE for one in ignored):
        raise Problem(f"The field “ignore” can hold {', '.join(CAN_IGNORE)}.")
    return set(ignored)


def _stated(context: Context) -> list[Line] | None:
    """The lines that the check itself tells; None when it tells none."""
    path = context.check.get("path", "solution")
    if path in ("solution", "none", None):
        return None
    try:
        strokes = [[(float(x), float(y)) for x, y in stroke] for stroke in path]
    except (TypeError, ValueError) as error:
        words = (
            "The field “path” has to be solution, none, or a list of strokes, each a list of points [x, y]."
        )
        raise Problem(words) from error
    if not all(math.isfinite(number) for stroke in strokes for point in stroke for number in point):
        raise Problem("The points of the field “path” have to be numbers.")
    return [pair for stroke in strokes for pair in pairwise(stroke)]


def _colours(context: Context) -> list[str]:
    colours = [hexadecimal(one) for one in context.items("colours")]
    if None in colours:
        words = "The field “colours” takes names such as red or dark green, or colours written like #ff8800."
        raise Problem(words)
    return [one for one in colours if one]


def _drawing(seen: Observed) -> dict[str, Any]:
    drawing = seen.data.get("turtle")
    if not isinstance(drawing, dict) or not all(
        isinstance(drawing.get(part), list) for part in ("lines", "fills", "dots")
    ):
        raise Malformed("there is no drawing")
    if len(drawing["lines"]) > LINES:
        raise Malformed("there are too many lines")
    return drawing


def _lines(drawing: dict[str, Any]) -> list[Line]:
    lines: list[Line] = []
    for _, *numbers, _, _ in drawing["lines"]:
        x, y, to_x, to_y = (float(one) for one in numbers)
        if not all(map(math.isfinite, (x, y, to_x, to_y))):
            raise Malformed("a line has no place")
        lines.append(((x, y), (to_x, to_y)))
    return lines


def _by_path(
    context: Context, got: list[Line], reference: list[Observed] | None, fields: dict[str, Any]
) -> Verdict | None:
    if context.check.get("path") == "none":
        return None
    wanted = _stated(context)
    if wanted is None:
        kept = record(context, reference) if reference is not None else context.recorded
        if not isinstance(kept, dict) or not isinstance(kept.get("lines"), list):
            raise Problem("The field “path” asks for the solution's, and nothing was recorded from it.")
        wanted = [((x, y), (to_x, to_y)) for x, y, to_x, to_y in kept["lines"]]
    if not got:
        return failed("Your turtles draw no line.", **fields)
    ignored, tolerance = _ignored(context), context.number("tolerance", TOLERANCE) or 0.0
    if shapes.same_shape(wanted, shapes.merged(got), tolerance, ignored):
        return None
    fields = {**fields, "expected": _described(wanted), "got": _described(got)}
    plain = "The shape of the drawing is not as expected."
    sizes = shapes.extent(wanted), shapes.extent(got)
    if not ignored & {"size", "rotation"} and math.dist(*sizes) > tolerance * 2:
        return failed(
            f"The drawing is {_size(sizes[1])} steps, but {_size(sizes[0])} was expected.", plain, **fields
        )
    if shapes.same_shape(wanted, shapes.merged(got), tolerance, {*ignored, "position"}):
        return failed("The shape is right, but it is not where it was expected.", plain, **fields)
    return failed(plain, **fields)


def _size(extent: tuple[float, float]) -> str:
    return f"{extent[0]:.0f} by {extent[1]:.0f}"


def _described(lines: list[Line]) -> str:
    kept = shapes.merged(lines)
    noun = "line" if len(kept) == 1 else "lines"
    return f"{len(kept)} {noun}, {_size(shapes.extent(lines))} steps"


def _by_colours(context: Context, drawing: dict[str, Any], fields: dict[str, Any]) -> Verdict | None:
    used = {str(line[5]) for line in drawing["lines"]}
    used |= {str(fill[1]) for fill in drawing["fills"]} | {str(dot[2]) for dot in drawing["dots"]}
    names = [str(name) for name in context.items("colours")]
    missing = [name for name, colour in zip(names, _colours(context), strict=True) if colour not in used]
    if not missing:
        return None
    plain = "The colours of the drawing are not as expected."
    return failed(f"Nothing in the drawing is {' or '.join(missing)}.", plain, **fields)


def _by_fills(context: Context, drawing: dict[str, Any], fields: dict[str, Any]) -> Verdict | None:
    wanted, count = context.whole("fills"), len(drawing["fills"])
    if wanted is None or wanted == count:
        return None
    shapes_drawn = "1 filled shape" if count == 1 else f"{count} filled shapes"
    plain = f"The drawing has {shapes_drawn}: that is not as expected."
    return failed(
        f"The drawing has {shapes_drawn}, but {wanted} {'was' if wanted == 1 else 'were'} expected.",
        plain,
        **fields,
    )


def _by_ends(context: Context, lines: list[Line], fields: dict[str, Any]) -> Verdict | None:
    if not context.flag("closed"):
        return None
    if lines and not shapes.has_loose_ends(
        shapes.merged(lines), context.number("tolerance", TOLERANCE) or 0.0
    ):
        return None
    return failed("The drawing is not closed: a line ends where no other goes on.", **fields)
