"""matplotlib's backend while checks run: a figure is read, not drawn, when it is shown, saved, closed or left open.

matplotlib finds this module by MPLBACKEND, so it is imported with matplotlib alone.
"""

import math
from typing import Any

from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

FIGURES = 50
NUMBERS = 10_000  # in all the data of one figure
TEXT = 500

Data = dict[str, Any]


class Gallery:
    """The figures of a step, in the order in which they were first seen."""

    def __init__(self) -> None:
        self.seen: list[tuple[Any, tuple[int, ...], Data]] = []

    def look(self, figure: Any) -> None:
        """Read a figure; seen again with the same axes, it takes the place of what was read before."""
        if not figure.axes and any(one is figure for one, _, _ in self.seen):
            return  # it was shown or saved, and cleared afterwards
        axes = tuple(map(id, figure.axes))
        entry = (figure, axes, described(figure))
        for position, (one, before, _) in enumerate(self.seen):
            if one is figure and before == axes:
                self.seen[position] = entry
                return
        if len(self.seen) < FIGURES:
            self.seen.append(entry)

    def close(self) -> list[Data]:
        """Read what is still open, close all, and give what was read."""
        for manager in Gcf.get_all_fig_managers():
            self.look(manager.canvas.figure)
        found = [data for _, _, data in self.seen]
        self.seen.clear()
        Gcf.destroy_all()
        self.seen.clear()
        return found


gallery = Gallery()


class FigureManager(FigureManagerBase):
    """Stands in for the window that a figure would have."""

    def show(self) -> None:
        """Read this figure."""
        gallery.look(self.canvas.figure)

    def destroy(self) -> None:
        """Read this figure before it is gone."""
        gallery.look(self.canvas.figure)

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """`plt.show()`: read all open figures, and close them as their windows would be."""
        for manager in Gcf.get_all_fig_managers():
            gallery.look(manager.canvas.figure)
        if block is not False:
            Gcf.destroy_all()


class FigureCanvas(FigureCanvasAgg):
    """Agg, with our manager."""

    manager_class = FigureManager  # type: ignore[assignment]

    def print_figure(self, *arguments: Any, **options: Any) -> Any:
        """`savefig`: read, then write the file."""
        gallery.look(self.figure)
        return super().print_figure(*arguments, **options)

    def draw_idle(self, *arguments: Any, **options: Any) -> None:
        """Nobody looks."""

    def flush_events(self) -> None:
        """Nobody looks."""


def described(figure: Any) -> Data:
    """What a figure shows, as data."""
    room = [NUMBERS]
    heading = getattr(figure, "_suptitle", None)
    return {
        "title": _text(heading.get_text()) if heading is not None else "",
        "axes": [_axes(axes, room) for axes in figure.axes[:FIGURES]],
    }


def _axes(axes: Any, room: list[int]) -> Data:
    legend = axes.get_legend()
    title = next((text for place in ("center", "left", "right") if (text := axes.get_title(loc=place))), "")
    return {
        "title": _text(title),
        "x_label": _text(axes.get_xlabel()),
        "y_label": _text(axes.get_ylabel()),
        "legend": None if legend is None else [_text(one.get_text()) for one in legend.get_texts()],
        "lines": [_line(line, axes, room) for line in axes.lines if line.get_visible()],
        "bars": [_bars(one, axes, room) for one in axes.containers if hasattr(one, "orientation")],
        "points": [_points(one, axes, room) for one in axes.collections if _is_scatter(one)],
        "wedges": [
            {"share": _number((one.theta2 - one.theta1) / 360), "label": _text(one.get_label())}
            for one in axes.patches
            if type(one).__name__ == "Wedge"
        ],
    }


def _line(line: Any, axes: Any, room: list[int]) -> Data:
    x, y = line.get_xdata(orig=False), line.get_ydata(orig=False)
    return {
        "x": _numbers(x, axes.xaxis, room),
        "y": _numbers(y, axes.yaxis, room),
        "label": _text(line.get_label()),
    }


def _bars(container: Any, axes: Any, room: list[int]) -> Data:
    upright = container.orientation != "horizontal"
    places = [
        bar.get_x() + bar.get_width() / 2 if upright else bar.get_y() + bar.get_height() / 2
        for bar in container
    ]
    lengths = [bar.get_height() if upright else bar.get_width() for bar in container]
    along = axes.xaxis if upright else axes.yaxis
    return {
        "x": _numbers(places, along, room),
        "y": _numbers(lengths, None, room),
        "upright": upright,
        "label": _text(container.get_label()),
    }


def _points(collection: Any, axes: Any, room: list[int]) -> Data:
    offsets = collection.get_offsets()
    x, y = [pair[0] for pair in offsets], [pair[1] for pair in offsets]
    return {
        "x": _numbers(x, axes.xaxis, room),
        "y": _numbers(y, axes.yaxis, room),
        "label": _text(collection.get_label()),
    }


def _is_scatter(collection: Any) -> bool:
    return type(collection).__name__ == "PathCollection" and collection.get_visible()


def _numbers(values: Any, axis: Any, room: list[int]) -> list[Any]:
    """Numbers; where an axis has categories, their names."""
    mapping = getattr(getattr(axis, "units", None), "_mapping", None) if axis is not None else None
    names = {number: name for name, number in mapping.items()} if mapping else {}
    taken = list(values)[: max(0, room[0])]
    room[0] -= len(taken)
    return [_text(names[float(one)]) if _is_named(one, names) else _number(one) for one in taken]


def _is_named(value: Any, names: dict[Any, Any]) -> bool:
    try:
        return float(value) in names
    except (TypeError, ValueError):
        return False


def _number(value: Any) -> float | str:
    """A number for JSON, which knows neither NaN nor infinity."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return _text(value)
    return number if math.isfinite(number) else repr(number)


def _text(value: Any) -> str:
    return str(value)[:TEXT]
