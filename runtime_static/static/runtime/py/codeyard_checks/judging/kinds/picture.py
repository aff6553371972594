"""`picture`: the size of a picture, the colours at places and in areas, or how alike it is to the solution's."""

import base64
import binascii
import re
import zlib
from dataclasses import dataclass
from typing import Any

from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Malformed, Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.verdicts import Verdict, failed, passed, unfinished

TRUST = "outside"
TOLERANCE = 32
SIDE = 200  # samples along a side, when areas and pictures are compared
PIXELS = 2_000_000
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """A picture with three bytes a pixel."""

    width: int
    height: int
    data: bytes

    def at(self, x: int, y: int) -> Colour:
        """The colour of a pixel; the left upper corner is 0, 0."""
        start = (y * self.width + x) * 3
        red, green, blue = self.data[start : start + 3]
        return red, green, blue

    def samples(self, left: int, top: int, right: int, bottom: int) -> list[Colour]:
        """The colours at most 200 times 200 places of an area, spread evenly; the right and lower edge are outside."""
        across, down = _places(left, right), _places(top, bottom)
        return [self.at(x, y) for y in down for x in across]


def plan(context: Context) -> list[Step]:
    """One run of the program, and the picture."""
    for name in ("width", "height"):
        context.whole(name)
    for rule in context.items("rules"):
        _check_rule(rule)
    share = context.number("like_solution")
    if share is not None and not 0 <= share <= 1:
        raise Problem("The field “like_solution” has to be a share from 0 to 1.")
    path = context.text("picture") or "shown"
    watch = "picture" if path == "shown" else f"picture:{path}"
    return [context.step(1, "program", stdin=context.text("input"), watch=[watch])]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The first thing of the picture that is not as expected."""
    given, path = context.text("input"), context.text("picture") or "shown"
    fields: dict[str, Any] = {"given": given, "debug": {"stdin": given, "code": None}}
    broken = unfinished(seen[0], context, **fields)
    if broken is not None:
        return broken
    picture = _picture(seen[0])
    if picture is None:
        none = "Your program shows no picture." if path == "shown" else f"There is no picture {path}."
        return failed(none, **fields)
    verdict = _by_size(context, picture, fields)
    for rule in context.items("rules"):
        verdict = verdict or _by_rule(rule, picture, fields)
    verdict = verdict or _by_likeness(context, picture, reference, fields)
    return verdict or passed("The picture is as expected.", **fields)


def record(context: Context, seen: list[Observed]) -> dict[str, Any] | None:
    """Samples of the solution's picture, where it has to be alike."""
    if context.number("like_solution") is None:
        return None
    picture = _picture(seen[0]) if seen[0].completed else None
    if picture is None:
        raise Problem("The solution shows no picture, so there is none to compare with.")
    data = bytes(part for colour in picture.samples(0, 0, picture.width, picture.height) for part in colour)
    packed = base64.b64encode(zlib.compress(data, 9)).decode()
    return {"width": picture.width, "height": picture.height, "samples": packed}


def _check_rule(rule: Any) -> None:
    if not isinstance(rule, dict) or ("at" in rule) == ("area" in rule):
        raise Problem("Each entry of the field “rules” needs “at” or “area”, and a colour.")
    name, count = ("at", 2) if "at" in rule else ("area", 4)
    numbers = rule[name]
    if (
        not isinstance(numbers, list)
        or len(numbers) != count
        or not all(type(one) is int and one >= 0 for one in numbers)
    ):
        raise Problem(f"“{name}” in the field “rules” has to be {count} whole numbers.")
    if not isinstance(rule.get("colour"), str) or not COLOUR.fullmatch(rule["colour"]):
        raise Problem("“colour” in the field “rules” has to be written like #ff8800.")
    for part in ("at_least", "at_most", "tolerance"):
        value = rule.get(part)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float) or value < 0):
            raise Problem(f"“{part}” in the field “rules” has to be a number, 0 or more.")


def _picture(seen: Observed) -> Picture | None:
    """The picture that was observed; None when there is none. Raises Malformed."""
    if "picture" not in seen.data:
        raise Malformed("the picture was not looked at")
    raw = seen.data["picture"]
    if raw is None:
        return None
    width, height = raw["width"], raw["height"]
    if type(width) is not int or type(height) is not int or width < 1 or height < 1:
        raise Malformed("a picture has no size")
    if raw.get("pixels") is None or width * height > PIXELS:
        return Picture(width, height, b"")
    return Picture(width, height, _unpacked(raw["pixels"], width * height * 3))


def _unpacked(text: Any, size: int) -> bytes:
    try:
        data = zlib.decompressobj().decompress(base64.b64decode(text, validate=True), size + 1)
    except (zlib.error, binascii.Error, TypeError, ValueError) as error:
        raise Malformed("the pixels cannot be read") from error
    if len(data) != size:
        raise Malformed("there are not as many pixels as there should be")
    return data


def _by_size(context: Context, picture: Picture, fields: dict[str, Any]) -> Verdict | None:
    width, height = context.whole("width"), context.whole("height")
    fits = width in (None, picture.width) and height in (None, picture.height)
    if not fits:
        got, wanted = f"{picture.width} by {picture.height}", _size(width, height)
        summary = f"The picture is {got} pixels, but {wanted} was expected."
        return failed(summary, f"The size of the picture, {got} pixels, is not as expected.", **fields)
    if not picture.data:
        return failed("The picture is too large to be looked at.", **fields)
    return None


def _size(width: int | None, height: int | None) -> str:
    if width is not None and height is not None:
        return f"{width} by {height}"
    return f"a width of {width}" if width is not None else f"a height of {height}"


def _by_rule(rule: dict[str, Any], picture: Picture, fields: dict[str, Any]) -> Verdict | None:
    wanted, slack = _parsed(rule["colour"]), rule.get("tolerance")
    slack = TOLERANCE if slack is None else slack
    plain = "The picture is not as expected."
    if "at" in rule:
        x, y = rule["at"]
        if x >= picture.width or y >= picture.height:
            return failed(f"The picture has no pixel at {x}, {y}.", plain, **fields)
        got = picture.at(x, y)
        if _alike(wanted, got, slack):
            return None
        summary = f"The pixel at {x}, {y} is {_written(got)}, but {rule['colour'].lower()} was expected."
        return failed(summary, plain, **fields)
    return _by_area(rule, wanted, slack, picture, plain, fields)


def _by_area(
    rule: dict[str, Any], wanted: Colour, slack: float, picture: Picture, plain: str, fields: dict[str, Any]
) -> Verdict | None:
    left, top, right, bottom = rule["area"]
    right, bottom = min(right, picture.width), min(bottom, picture.height)
    if left >= right or top >= bottom:
        return failed("The picture is too small: the area that is looked at lies outside.", plain, **fields)
    samples = picture.samples(left, top, right, bottom)
    share = sum(_alike(wanted, one, slack) for one in samples) / len(samples)
    fewest, most = rule.get("at_least"), rule.get("at_most")
    if fewest is None and most is None:
        fewest = 1.0
    where = f"{share:.0%} of the area from {left}, {top} to {right}, {bottom} is {rule['colour'].lower()}"
    if fewest is not None and share < fewest:
        return failed(f"{where}, but at least {fewest:.0%} was expected.", plain, **fields)
    if most is not None and share > most:
        return failed(f"{where}, but at most {most:.0%} was expected.", plain, **fields)
    return None


def _by_likeness(
    context: Context, picture: Picture, reference: list[Observed] | None, fields: dict[str, Any]
) -> Verdict | None:
    wanted = context.number("like_solution")
    if wanted is None:
        return None
    kept = record(context, reference) if reference is not None else context.recorded
    if not isinstance(kept, dict) or "samples" not in kept:
        raise Problem("The field “like_solution” is set, and nothing was recorded from the solution.")
    if (kept["width"], kept["height"]) != (picture.width, picture.height):
        wish = f"{kept['width']} by {kept['height']}"
        summary = f"The picture is {picture.width} by {picture.height} pixels, but {wish} was expected."
        return failed(summary, "The size of the picture is not as expected.", **fields)
    samples = picture.samples(0, 0, picture.width, picture.height)
    data = _unpacked(kept["samples"], len(samples) * 3)
    pairs = zip(samples, zip(data[::3], data[1::3], data[2::3], strict=True), strict=True)
    share = sum(_alike(other, one, TOLERANCE) for one, other in pairs) / len(samples)
    if share >= wanted:
        return None
    summary = f"{share:.0%} of the picture is as expected, and it should be {wanted:.0%}."
    return failed(summary, "The picture is not like the one that was expected.", **fields)


def _places(start: int, end: int) -> list[int]:
    count = min(SIDE, end - start)
    return [start + (2 * place + 1) * (end - start) // (2 * count) for place in range(count)]


def _parsed(colour: str) -> Colour:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _written(colour: Colour) -> str:
    return f"#{bytes(colour).hex()}"


def _alike(wanted: Colour, got: Colour, tolerance: float) -> bool:
    return all(abs(one - other) <= tolerance for one, other in zip(wanted, got, strict=True))
