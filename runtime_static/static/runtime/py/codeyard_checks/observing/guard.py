"""Keeps student code from reading tests that run beside it: frames, the garbage collector, C memory.

An audit hook cannot be taken away again, so one is set once and asks whether a guard is up. It looks at who asks: the
standard library looks at frames all the time.
"""

import sys
from types import FrameType, FunctionType
from typing import Any

EVENTS = {
    "sys._getframe",
    "sys._current_frames",
    "sys.settrace",
    "sys.setprofile",
    "gc.get_objects",
    "gc.get_referrers",
    "gc.get_referents",
    "sys.addaudithook",
    "sys.monitoring.register_callback",
}
DISGUISES = {"compile", "code.__new__"}  # code under a file name that is not its own
ATTRIBUTES = {"tb_frame", "f_back", "gi_frame", "cr_frame", "ag_frame", "__code__", "f_code", "gi_code"}
REFUSED = "a check does not let a program look at the tests"
PASSED_ON = ("inspect.py", "traceback.py", "pdb.py", "bdb.py")


class Guard:
    """Up while tests run. `tampered` says what student code reached for; `secret` are the names of the tests."""

    def __init__(self) -> None:
        self.up = False
        self.tampered = ""
        self.secret: dict[str, Any] | None = None
        self.trusted = _trusted_folders()
        get_frame = sys._getframe
        is_asking: list[bool] = []

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            if not self.up or is_asking:
                return
            if event == "object.__getattr__" and self._is_secret(arguments):
                self.tampered = event
                raise PermissionError(REFUSED)
            looks = event in EVENTS or event.startswith("ctypes.") or _is_looking(event, arguments)
            if looks or (event in DISGUISES and self._is_disguise(arguments)):
                is_asking.append(True)  # what we ask ourselves is no event
                try:
                    asked_by_student = self._is_of_student(get_frame(1))
                finally:
                    is_asking.clear()
                if asked_by_student:
                    self.tampered = event
                    raise PermissionError(REFUSED)

        sys.addaudithook(hook)

    def _is_disguise(self, arguments: tuple[Any, ...]) -> bool:
        return any(isinstance(one, str) and one.startswith(self.trusted) for one in arguments)

    def _is_secret(self, arguments: tuple[Any, ...]) -> bool:
        """Whether somebody looks into a function of the tests."""
        if self.secret is None or len(arguments) < 2 or arguments[1] not in ATTRIBUTES:
            return False
        return isinstance(arguments[0], FunctionType) and arguments[0].__globals__ is self.secret

    def _is_of_student(self, frame: FrameType | None) -> bool:
        while frame is not None and frame.f_code.co_filename.endswith(PASSED_ON):
            frame = frame.f_back
        return frame is not None and not frame.f_code.co_filename.startswith(self.trusted)


def _is_looking(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "object.__getattr__" and len(arguments) > 1 and arguments[1] in ATTRIBUTES


def _trusted_folders() -> tuple[str, ...]:
    """Where Python, its packages and the engine have their files, by what their code says of itself."""
    import asyncio.runners
    import json
    import unittest.case

    places = [
        asyncio.runners.run.__code__.co_filename.partition("/asyncio/")[0] + "/x",
        json.dumps.__code__.co_filename.partition("/json/")[0] + "/x",
        unittest.case.skip.__code__.co_filename.partition("/unittest/")[0] + "/x",
        _is_looking.__code__.co_filename.partition("/observing/")[0] + "/x",
    ]
    return ("<frozen ", "/lib/python3", *(f"{place[:-2]}/" for place in places if len(place) > len("/x")))


_guards: list[Guard] = []


def guard() -> Guard:
    """The one guard of this interpreter."""
    if not _guards:
        _guards.append(Guard())
    return _guards[0]
