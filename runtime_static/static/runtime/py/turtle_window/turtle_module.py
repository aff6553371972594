"""Travels as `turtle.py`: runs CPython's own turtle in this module's place, on our window, and adds what it lacks."""

from importlib.util import find_spec as _find_spec

from turtle_window import additions as _additions
from turtle_window import toolkit as _toolkit

_spec = _find_spec("_cpython_turtle")
with _toolkit.as_tkinter():
    exec(_spec.loader.get_code(_spec.name), globals())  # type: ignore[union-attr]  # noqa: S102
_additions.extend(globals())
