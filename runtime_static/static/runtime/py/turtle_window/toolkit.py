"""The modules that turtle.py finds under the names `tkinter` and `tkinter.simpledialog` while it is imported.

Nobody else sees them: a student's `import tkinter` is told that there is no tkinter here.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from turtle_window import canvas, dialogs, errors, images, widgets

CONSTANTS = {
    "HORIZONTAL": "horizontal",
    "VERTICAL": "vertical",
    "ROUND": "round",
    "SUNKEN": "sunken",
    "LEFT": "left",
    "RIGHT": "right",
    "TOP": "top",
    "BOTTOM": "bottom",
    "CENTER": "center",
    "BOTH": "both",
    "X": "x",
    "Y": "y",
    "YES": True,
    "NO": False,
    "END": "end",
    "ALL": "all",
    "TkVersion": 8.6,
}


def _toolkit() -> ModuleType:
    simple = ModuleType("tkinter.simpledialog", dialogs.__doc__)
    simple.__dict__.update(
        askstring=dialogs.askstring, askinteger=dialogs.askinteger, askfloat=dialogs.askfloat
    )
    module = ModuleType("tkinter", __doc__)
    module.__dict__.update(CONSTANTS)
    module.__dict__.update(
        Canvas=canvas.Canvas,
        Event=canvas.Event,
        Frame=widgets.Frame,
        Misc=widgets.Misc,
        PhotoImage=images.PhotoImage,
        Scrollbar=widgets.Scrollbar,
        TclError=errors.TclError,
        Tk=widgets.Tk,
        Toplevel=widgets.Toplevel,
        Widget=widgets.Misc,
        mainloop=widgets.mainloop,
        simpledialog=simple,
    )
    return module


@contextmanager
def as_tkinter() -> Iterator[None]:
    """While this lasts, `import tkinter` gives our modules."""
    module = _toolkit()
    ours = {"tkinter": module, "tkinter.simpledialog": module.simpledialog}
    before = {name: sys.modules.get(name) for name in ours}
    sys.modules.update(ours)
    try:
        yield
    finally:
        for name, old in before.items():
            if old is None:
                del sys.modules[name]
            else:
                sys.modules[name] = old
