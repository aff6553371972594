"""Shapes made of lines: whether two are the same, wherever, however large and in which direction they were drawn."""

import math
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]
Line = tuple[Point, Point]
SAMPLES = 3_000  # places of a shape that are looked at
CELL = 10.0  # steps; the smallest side of a cell of the grid
ANGLES = 36
TINY = 1e-6


def same_shape(wanted: list[Line], got: list[Line], tolerance: float, ignore: set[str]) -> bool:
    """Whether every place of one shape lies within `tolerance` steps of the other, and the other way round.

    `ignore` may hold `position`, `size`, `rotation` and `order`. Without `order`, the corners have to come one after
    the other as in `wanted`.
    """
    if not wanted or not got:
        return not wanted and not got
    for angle in _angles(wanted, got) if "rotation" in ignore else [0.0]:
        turned = [_turned(line, angle) for line in got]
        if "size" in ignore:
            factor = _size(wanted) / max(_size(turned), TINY)
            turned = [_scaled(line, factor) for line in turned]
        if "position" in ignore:
            (x, y), (other_x, other_y) = _middle(wanted), _middle(turned)
            turned = [_moved(line, x - other_x, y - other_y) for line in turned]
        if "order" not in ignore and not _same_corners(wanted, turned, tolerance):
            continue
        if _covers(wanted, turned, tolerance) and _covers(turned, wanted, tolerance):
            return True
    return False


def extent(lines: list[Line]) -> Point:
    """Width and height."""
    left, bottom, right, top = _box(lines)
    return right - left, top - bottom


def strokes(lines: list[Line]) -> list[list[Point]]:
    """The corners of lines that follow each other, without those at which nothing turns."""
    found: list[list[Point]] = []
    for start, end in lines:
        if found and math.dist(found[-1][-1], start) < TINY:
            if len(found[-1]) > 1 and _goes_on(found[-1][-2], found[-1][-1], end):
                found[-1][-1] = end
            else:
                found[-1].append(end)
        else:
            found.append([start, end])
    return found


def has_loose_ends(lines: list[Line], tolerance: float) -> bool:
    """Whether an end of a line touches no other line."""
    for position, line in enumerate(lines):
        others = lines[:position] + lines[position + 1 :]
        if not all(any(_distance(end, other) <= tolerance for other in others) for end in line):
            return True
    return False


def merged(lines: list[Line]) -> list[Line]:
    """The same lines, with those that go straight on as one."""
    return [pair for stroke in strokes(lines) for pair in pairwise(stroke)]


def _goes_on(first: Point, second: Point, third: Point) -> bool:
    a, b = (second[0] - first[0], second[1] - first[1]), (third[0] - second[0], third[1] - second[1])
    straight = abs(a[0] * b[1] - a[1] * b[0]) <= TINY * (math.hypot(*a) * math.hypot(*b) + TINY)
    return straight and a[0] * b[0] + a[1] * b[1] > 0


def _same_corners(wanted: list[Line], got: list[Line], tolerance: float) -> bool:
    first, second = strokes(wanted), strokes(got)
    if [len(one) for one in first] != [len(one) for one in second]:
        return False
    pairs = (
        (a, b) for one, other in zip(first, second, strict=True) for a, b in zip(one, other, strict=True)
    )
    return all(math.dist(a, b) <= tolerance for a, b in pairs)


def _covers(lines: list[Line], others: list[Line], tolerance: float) -> bool:
    """Whether every place of `others` lies near one of `lines`."""
    grid = _Grid(lines, max(CELL, tolerance * 2))
    return all(grid.is_near(point, tolerance) for point in _samples(others))


class _Grid:
    """Lines by the cells of a grid through which they go."""

    def __init__(self, lines: list[Line], cell: float) -> None:
        self.cell = max(cell, sum(math.dist(*line) for line in lines) / (SAMPLES * 2))
        self.lines: dict[tuple[int, int], set[Line]] = {}
        for line in lines:
            for point in _along(line, self.cell / 2):
                self.lines.setdefault(self._place(point), set()).add(line)

    def is_near(self, point: Point, tolerance: float) -> bool:
        column, row = self._place(point)
        around = [(column + x, row + y) for x in (0, -1, 1) for y in (0, -1, 1)]
        return any(
            _distance(point, line) <= tolerance for place in around for line in self.lines.get(place, ())
        )

    def _place(self, point: Point) -> tuple[int, int]:
        return math.floor(point[0] / self.cell), math.floor(point[1] / self.cell)


def _samples(lines: list[Line]) -> Iterator[Point]:
    total = sum(math.dist(*line) for line in lines)
    for line in lines:
        yield from _along(line, max(total / SAMPLES, TINY))


def _along(line: Line, step: float) -> Iterator[Point]:
    (x, y), (to_x, to_y) = line
    count = max(1, min(SAMPLES, math.ceil(math.dist(*line) / step)))
    for number in range(count + 1):
        share = number / count
        yield x + (to_x - x) * share, y + (to_y - y) * share


def _distance(point: Point, line: Line) -> float:
    (x, y), (to_x, to_y) = line
    across, up = to_x - x, to_y - y
    length = across * across + up * up
    share = 0.0 if length < TINY**2 else ((point[0] - x) * across + (point[1] - y) * up) / length
    share = min(1.0, max(0.0, share))
    return math.dist(point, (x + share * across, y + share * up))


def _angles(wanted: list[Line], got: list[Line]) -> list[float]:
    """Turns that bring a line of `got` into the direction of the longest of `wanted`, either way."""
    longest = max(merged(wanted), key=lambda line: math.dist(*line))
    candidates = sorted(merged(got), key=lambda line: -math.dist(*line))[:ANGLES]
    angles = {
        round(_direction(longest) - _direction(line) + half, 4)
        for line in candidates
        for half in (0, math.pi)
    }
    return sorted(angles)


def _direction(line: Line) -> float:
    (x, y), (to_x, to_y) = line
    return math.atan2(to_y - y, to_x - x)


def _box(lines: list[Line]) -> tuple[float, float, float, float]:
    points = [point for line in lines for point in line]
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _size(lines: list[Line]) -> float:
    return math.hypot(*extent(lines))


def _middle(lines: list[Line]) -> Point:
    left, bottom, right, top = _box(lines)
    return (left + right) / 2, (bottom + top) / 2


def _turned(line: Line, angle: float) -> Line:
    cosine, sine = math.cos(angle), math.sin(angle)
    (x, y), (to_x, to_y) = line
    return (x * cosine - y * sine, x * sine + y * cosine), (
        to_x * cosine - to_y * sine,
        to_x * sine + to_y * cosine,
    )


def _scaled(line: Line, factor: float) -> Line:
    (x, y), (to_x, to_y) = line
    return (x * factor, y * factor), (to_x * factor, to_y * factor)


def _moved(line: Line, across: float, up: float) -> Line:
    (x, y), (to_x, to_y) = line
    return (x + across, y + up), (to_x + across, to_y + up)
