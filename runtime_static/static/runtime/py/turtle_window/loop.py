"""Tk's event loop: timers here, mouse and keyboard from the page. Stop ends every wait."""

import heapq
import itertools
import time
from collections.abc import Callable
from typing import Any

from turtle_window import page

LONGEST_WAIT = 60_000  # milliseconds
POLL_INTERVAL = 0.005  # seconds; a program that draws as fast as it can looks for events this often
Action = Callable[[], object]


class EventLoop:
    """One for all windows. `windows` get the events; `show` is called before every wait."""

    def __init__(self, report: Callable[[Exception], None]) -> None:
        self.report = report
        self.timers: list[tuple[float, int, Action]] = []
        self.cancelled: set[int] = set()
        self.numbers = itertools.count(1)
        self.pictures: dict[int, Any] = {}
        self.last_poll = 0.0
        self.is_over = False

    def after(self, milliseconds: float, action: Action) -> int:
        """Call something later; gives a number for `cancel`."""
        number = next(self.numbers)
        heapq.heappush(self.timers, (time.monotonic() + milliseconds / 1000, number, action))
        return number

    def cancel(self, number: int) -> None:
        """Do not call it."""
        self.cancelled.add(number)

    def show(self) -> None:
        """Send what every picture holds back."""
        for canvas in self.pictures.values():
            canvas.drawing.show()

    def show_soon(self) -> None:
        """The same, unless it was done a moment ago: what comes fast goes out together."""
        for canvas in self.pictures.values():
            canvas.drawing.show_soon()

    def update(self) -> None:
        """What is due now: show the pictures, call timers, hand on events."""
        self.show_soon()
        now = time.monotonic()
        if now - self.last_poll < POLL_INTERVAL:
            return
        self.last_poll = now
        event = page.next_event(0)
        while event is not None:
            self.dispatch(event)
            event = page.next_event(0)
        self.call_due()

    def wait(self, milliseconds: float) -> None:
        """Do nothing for a while, not even listen, as Tk's `after` does."""
        if milliseconds > 0:
            self.show_soon()
            page.sleep(milliseconds)
            self.show_soon()

    def run(self) -> None:
        """Wait for events and timers until `stop` is called, or until there is nothing left to wait for.

        Tk would wait for somebody to close the window. This one stays in the console and has nothing to close, so a
        drawing that ends in `done()` is finished.
        """
        self.is_over = False
        while not self.is_over:
            self.call_due()
            if self.is_over:
                break
            self.show()
            if not self._can_go_on():
                break
            event = page.next_event(self._patience())
            if event is not None:
                self.dispatch(event)

    def stop(self) -> None:
        """Let `run` come back."""
        self.is_over = True

    def call_due(self) -> None:
        """Call the timers that are due; those that they start wait for the next time."""
        now = time.monotonic()
        due = []
        while self.timers and self.timers[0][0] <= now:
            due.append(heapq.heappop(self.timers))
        for _, number, action in due:
            if number in self.cancelled:
                self.cancelled.discard(number)
            else:
                self.guarded(action)

    def dispatch(self, event: dict[str, Any]) -> None:
        """Hand an event to the picture that it belongs to."""
        canvas = self.pictures.get(int(event.get("drawing", 0)))
        if canvas is not None:
            self.guarded(lambda: canvas.receive(event))

    def guarded(self, action: Action) -> None:
        """An error in a function that an event called is shown, and the program goes on, as in Tk."""
        try:
            action()
        except Exception as error:
            self.report(error)

    def _can_go_on(self) -> bool:
        waiting = any(number not in self.cancelled for _, number, _ in self.timers)
        return waiting or any(canvas.listens() for canvas in self.pictures.values())

    def _patience(self) -> float:
        if not self.timers:
            return LONGEST_WAIT
        return min(LONGEST_WAIT, max(0.0, (self.timers[0][0] - time.monotonic()) * 1000))
