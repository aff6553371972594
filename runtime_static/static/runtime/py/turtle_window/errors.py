"""Tk's error."""


class TclError(Exception):
    """What Tk raises. `turtle` catches it, and so may a student's program, as `turtle.TK.TclError`."""


TclError.__module__ = "_tkinter"
