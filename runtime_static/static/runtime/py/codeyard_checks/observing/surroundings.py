"""What student code may change of its interpreter, put back after each step."""

import atexit
import builtins
import json
import os
import random
import sys
import warnings
from collections.abc import Callable
from typing import Any

Exit = tuple[Callable[..., object], tuple[Any, ...], dict[str, Any]]
BACKEND = "codeyard_checks.observing.figures"
MODULES = (builtins, json, os, random)


class Surroundings:
    """Remembers, and puts back: built-in functions, some modules, `sys.path`, the environment, exit functions."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.namespaces = [(vars(module), dict(vars(module))) for module in MODULES]
        self.path = list(sys.path)
        os.environ["MPLBACKEND"] = f"module://{BACKEND}"
        self.environment = dict(os.environ)
        self.recursion_limit = sys.getrecursionlimit()
        self.filters = list(warnings.filters)
        self.hooks = (sys.displayhook, sys.excepthook)
        self.exits: list[Exit] = []
        self.register, self.unregister = atexit.register, atexit.unregister

    def prepare(self, main: str) -> None:
        """Make ready for a step."""
        folder = os.path.dirname(os.path.join(self.root, main))  # noqa: PTH118, PTH120 -- cheaper than Path
        sys.path[:] = dict.fromkeys([folder, self.root, *(entry for entry in self.path if entry)])
        sys.dont_write_bytecode = True
        self.exits.clear()
        atexit.register = self._register  # type: ignore[assignment]
        atexit.unregister = self._unregister  # type: ignore[assignment]

    def put_back(self) -> None:
        """After a step."""
        sys.settrace(None)
        sys.setprofile(None)
        for names, kept in self.namespaces:
            for name in [name for name in names if name not in kept]:
                del names[name]
            names.update(kept)
        sys.path[:] = self.path
        if dict(os.environ) != self.environment:
            os.environ.clear()
            os.environ.update(self.environment)
        sys.setrecursionlimit(self.recursion_limit)
        warnings.filters[:] = self.filters  # type: ignore[index]
        sys.displayhook, sys.excepthook = self.hooks
        atexit.register, atexit.unregister = self.register, self.unregister

    def run_exits(self) -> None:
        """Call what the program has registered for its end, the last one first."""
        while self.exits:
            function, arguments, options = self.exits.pop()
            function(*arguments, **options)

    def _register(self, function: Callable[..., object], /, *arguments: Any, **options: Any) -> Any:
        self.exits.append((function, arguments, options))
        return function

    def _unregister(self, function: Callable[..., object], /) -> None:
        self.exits[:] = [one for one in self.exits if one[0] != function]
