"""Windows, frames and scroll bars: as much of tkinter's classes as turtle.py and programs with it use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from turtle_window import colours, page
from turtle_window.bindings import Bindings, Event
from turtle_window.errors import TclError
from turtle_window.loop import EventLoop

# The same on every device, so that a program draws the same everywhere. turtle's window takes half and three quarters.
SCREEN = (1280, 800)
LARGEST_SIDE = 4_096
_GEOMETRY = re.compile(r"(?:(?P<width>\d+(?:\.\d+)?)x(?P<height>\d+(?:\.\d+)?))?(?:[+-]-?\d+(?:\.\d+)?){0,2}")


def report(error: Exception) -> None:
    """Show an error in a function that an event called, where the program goes on afterwards."""
    from codeyard import program  # the browser's side, which tests of this package have not got

    if not (application.is_closed and type(error).__name__ in ("Terminator", "TclError")):
        program._report(error)


loop = EventLoop(report)


class Application:
    """The windows that are open."""

    def __init__(self) -> None:
        self.root: Tk | None = None
        self.is_closed = False


application = Application()


class Misc:
    """What every widget can do."""

    def __init__(self, master: Any = None, cnf: object = None, **options: Any) -> None:
        self.master = master
        self.options: dict[str, Any] = options
        self.bindings = Bindings()

    @property
    def tk(self) -> Tk:
        """The window's interpreter, of which turtle uses `mainloop` only."""
        return self._root()

    def _root(self) -> Tk:
        if isinstance(self, Tk):
            return self
        return self.master._root() if isinstance(self.master, Misc) else default_root()

    winfo_toplevel = _root

    def winfo_screenwidth(self) -> int:
        """In pixels."""
        return SCREEN[0]

    def winfo_screenheight(self) -> int:
        """In pixels."""
        return SCREEN[1]

    def winfo_width(self) -> int:
        """The width of the widget, which fills its window."""
        return self._root().size[0]

    def winfo_height(self) -> int:
        """The height of the widget, which fills its window."""
        return self._root().size[1]

    winfo_reqwidth = winfo_width
    winfo_reqheight = winfo_height

    def winfo_rgb(self, color: str) -> tuple[int, int, int]:
        """A colour as three numbers up to 65535. Raises TclError when there is no such colour."""
        known = colours.hexadecimal(str(color))
        if known is None:
            raise TclError(f'unknown color name "{color}"')
        red, green, blue = (int(known[at : at + 2], 16) * 257 for at in (1, 3, 5))
        return red, green, blue

    def after(self, ms: float, func: Callable[..., object] | None = None, *args: Any) -> str | None:
        """Wait, or call something later; gives its name for `after_cancel`."""
        if func is None:
            loop.wait(float(ms))
            return None
        return f"after#{loop.after(float(ms), lambda: func(*args))}"

    def after_idle(self, func: Callable[..., object], *args: Any) -> str | None:
        """Call something when nothing else is to be done."""
        return self.after(0, func, *args)

    def after_cancel(self, id: str) -> None:
        """Do not call it."""
        number = str(id).partition("#")[2]
        if number.isdigit():
            loop.cancel(int(number))

    def update(self) -> None:
        """Show what was drawn, and hand on events."""
        if self._root().is_destroyed:
            raise TclError('can\'t invoke "update" command: application has been destroyed')
        loop.update()

    def update_idletasks(self) -> None:
        """Show what was drawn."""
        loop.show()

    def mainloop(self, n: int = 0) -> None:
        """Call what events and timers ask for, until the window is closed or nothing is left that could happen."""
        if not self._root().is_destroyed:
            loop.run()

    def quit(self) -> None:
        """Let `mainloop` come back."""
        loop.stop()

    def destroy(self) -> None:
        """Close the widget."""

    def bind(self, sequence: str | None = None, func: Any = None, add: object = None) -> str:
        """Call `func(event)` at an event."""
        if sequence and func is not None:
            self.bindings.bind(sequence, func, add=add in (True, "+"))
            self._bindings_changed()
        return ""

    def unbind(self, sequence: str, funcid: object = None) -> None:
        """Call nothing at that event."""
        self.bindings.unbind(sequence)
        self._bindings_changed()

    def _bindings_changed(self) -> None:
        for canvas in loop.pictures.values():
            canvas.tell_wants()

    def cget(self, key: str) -> Any:
        """The value of an option."""
        return self.options.get({"background": "bg"}.get(key, key), "")

    __getitem__ = cget

    def configure(self, cnf: dict[str, Any] | None = None, **options: Any) -> None:
        """Set options."""
        for name, value in {**(cnf or {}), **options}.items():
            self.options[{"background": "bg"}.get(name, name)] = value

    def config(self, cnf: dict[str, Any] | None = None, **options: Any) -> None:
        """Set options."""
        self.configure(cnf, **options)

    def __setitem__(self, key: str, value: Any) -> None:
        self.configure({key: value})

    def _place(self, *args: Any, **options: Any) -> None:
        """A picture in the console has one place; arranging widgets does nothing."""

    pack = grid = place = grid_forget = pack_forget = place_forget = focus = focus_set = focus_force = _place
    rowconfigure = columnconfigure = grid_rowconfigure = grid_columnconfigure = lift = _place


class Tk(Misc):
    """A window. Its size is that of turtle's picture."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__()
        self.size = (SCREEN[0] // 2, SCREEN[1] * 3 // 4)
        self.words = ""
        self.is_destroyed = False
        application.root = self
        application.is_closed = False

    def title(self, string: str | None = None) -> str:
        """Get or set the window's title, which stands under the picture."""
        if string is not None:
            self.words = str(string)
            self._resized()
        return self.words

    wm_title = title

    def geometry(self, newGeometry: str | None = None) -> str:  # noqa: N803 -- tkinter's name
        """Get or set the window's size, as in "640x480+0+0"; its place is the console. Raises TclError."""
        if newGeometry is None:
            return f"{self.size[0]}x{self.size[1]}+0+0"
        match = _GEOMETRY.fullmatch(str(newGeometry).replace("+-", "-"))
        if match is None:
            raise TclError(f'bad geometry specifier "{newGeometry}"')
        if match["width"]:
            width, height = round(float(match["width"])), round(float(match["height"]))
            self.size = (min(max(width, 1), LARGEST_SIDE), min(max(height, 1), LARGEST_SIDE))
            self._resized()
        return ""

    wm_geometry = geometry

    def destroy(self) -> None:
        """Close the window; its picture stays in the console."""
        self.is_destroyed = True
        application.is_closed = True
        loop.timers.clear()
        for number, canvas in list(loop.pictures.items()):
            if canvas._root() is self:
                canvas.close()
                del loop.pictures[number]
        if application.root is self:
            application.root = None
        loop.stop()

    def protocol(self, name: str | None = None, func: Any = None) -> None:
        """There is no window manager that could ask."""

    def call(self, *args: Any) -> str:
        """Commands to Tcl itself, which turtle gives on macOS only."""
        return ""

    wm_protocol = protocol
    resizable = wm_resizable = attributes = wm_attributes = iconbitmap = minsize = maxsize = Misc._place
    state = wm_state = iconname = withdraw = deiconify = configure_menu = Misc._place

    def _resized(self) -> None:
        for canvas in loop.pictures.values():
            if canvas._root() is self:
                canvas.tell_window()
        for handler in self.bindings.find("configure", ""):
            handler(Event("configure", self, width=self.size[0], height=self.size[1]))


Toplevel = Tk


class Frame(Misc):
    """A box around other widgets."""


class Scrollbar(Misc):
    """The page scrolls by itself."""

    def set(self, *args: Any) -> None:
        """Where the page stands."""


def default_root() -> Tk:
    """The window for widgets that were given none."""
    return application.root or Tk()


def mainloop(n: int = 0) -> None:
    """Call what events and timers ask for, until the window is closed or nothing is left that could happen."""
    default_root().mainloop(n)


page.before_waiting(loop.show)
