"""A matplotlib backend that shows figures in the console. matplotlib finds it through MPLBACKEND.

There is no window and no event loop. A figure is sent when it is shown, when `plt.pause` or `flush_events` finds that
it has changed, and for each step of an animation; a figure that was sent before is replaced where it stands.
"""

import io
import sys
import time
from typing import Any

import _codeyard  # type: ignore[import-not-found]
from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase, TimerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from codeyard.capture import counters
from codeyard.png import png_size
from codeyard.show import show_image


class Timer(TimerBase):
    """Fires while figures are shown; animations take their steps by it."""

    active: list["Timer"] = []

    def _timer_start(self) -> None:
        self.due = time.monotonic() + self.interval / 1000
        if self not in self.active:
            self.active.append(self)

    def _timer_stop(self) -> None:
        if self in self.active:
            self.active.remove(self)

    def fire(self) -> None:
        """Take a step. It stops by itself when nobody wants another."""
        self.due = time.monotonic() + self.interval / 1000
        self._on_timer()


class FigureManager(FigureManagerBase):
    """Stands in for the window that a figure would have on a desktop."""

    def show(self) -> None:
        """Show this figure; a second time it takes the place of the first."""
        show_figure(self.canvas)

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        """`plt.show()`: all open figures, animations played once. They are closed, as windows would be, unless
        `block=False`, as in `plt.pause`."""
        if block is False:
            show_changed_figures()
        else:
            show_open_figures()


class FigureCanvas(FigureCanvasAgg):
    """Agg, with our manager. It is drawn when it is shown, not each time that something of it changes."""

    manager_class = FigureManager  # type: ignore[assignment]
    # Parts that are drawn by themselves would be missing from a picture of the whole.
    supports_blit = False  # type: ignore[assignment]
    number: int | None = None
    changed = True

    def draw(self) -> None:
        """Draw now."""
        super().draw()
        self.changed = True

    def draw_idle(self, *args: Any, **options: Any) -> None:
        """Draw when there is time: when the figure is next looked at."""
        self.changed = True

    def flush_events(self) -> None:
        """Show what has changed."""
        if self.changed and self.manager is not None:
            show_figure(self)

    def new_timer(self, interval: int | None = None, callbacks: Any = None) -> Timer:
        """A timer for an animation; `interval` in milliseconds."""
        return Timer(interval=interval, callbacks=callbacks)


def show_figure(canvas: Any) -> None:
    """Send a figure to the console as a PNG, sharp on the student's screen."""
    if canvas.number is None:
        canvas.number = counters.next_number("Figure")
    ratio = _codeyard.pixel_ratio
    buffer = io.BytesIO()
    canvas.figure.savefig(buffer, format="png", dpi=canvas.figure.dpi * ratio)
    canvas.changed = False
    data = buffer.getvalue()
    width, height = png_size(data)
    show_image(data, "figure", canvas.number, (round(width / ratio), round(height / ratio)))


def show_changed_figures() -> None:
    """Show the open figures that look different from what was shown of them."""
    for manager in Gcf.get_all_fig_managers():
        if manager.canvas.changed or manager.canvas.figure.stale:
            show_figure(manager.canvas)


def show_open_figures() -> None:
    """Show every figure that is open, in the order in which they were made, play animations, and close all."""
    managers = Gcf.get_all_fig_managers()
    for manager in managers:
        show_figure(manager.canvas)
    if "matplotlib.animation" in sys.modules:
        _play([manager.canvas for manager in managers])
    Gcf.destroy_all()


def _play(canvases: list[Any]) -> None:
    """Let animations run: each to its end once, though on a desktop it would begin again; an endless one until Stop."""
    for canvas in canvases:
        canvas.draw()  # an animation begins when its figure is drawn for the first time
    while Timer.active:
        timer = min(Timer.active, key=lambda one: one.due)
        for step, _, _ in timer.callbacks:
            owner = getattr(step, "__self__", None)
            if hasattr(owner, "_repeat"):
                owner._repeat = False
        time.sleep(max(0.0, timer.due - time.monotonic()))
        timer.fire()
        for canvas in canvases:
            canvas.flush_events()
