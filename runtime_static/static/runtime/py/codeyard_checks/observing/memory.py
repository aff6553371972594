"""Modules and classes as they were before any student code, to be put back."""

import contextlib
import sys
from types import ModuleType
from typing import Any

from codeyard_checks.observing import modules

UNTOUCHED = ("__dict__", "__weakref__", "_abc_impl", "__abstractmethods__")


class Memory:
    """What stands in some modules and classes."""

    def __init__(self, classes: list[type], found: list[ModuleType]) -> None:
        self.classes = [(one, dict(vars(one))) for one in classes]
        self.modules = [(module.__dict__, dict(module.__dict__)) for module in found]

    def changed(self) -> bool:
        """Whether a class or a module is not what it was."""
        return any(_differs(vars(one), kept) for one, kept in self.classes) or any(
            names.get(name) is not value for names, kept in self.modules for name, value in kept.items()
        )

    def put_back(self) -> None:
        """Make all of it what it was."""
        for names, kept in self.modules:
            names.update(kept)
        for one, kept in self.classes:
            if _differs(vars(one), kept):
                _restore(one, kept)


def loaded(root: str) -> list[ModuleType]:
    """The modules that are there and do not come from the project."""
    return [
        module
        for name, module in list(sys.modules.items())
        if type(module) is ModuleType and name != "__main__" and not modules.is_of(module, root)
    ]


def _differs(names: Any, kept: dict[str, Any]) -> bool:
    if any(names.get(name) is not value for name, value in kept.items() if name not in UNTOUCHED):
        return True
    return len(names) != len(kept) and any(name not in kept for name in names)


def _restore(one: type, kept: dict[str, Any]) -> None:
    for name in [name for name in vars(one) if name not in kept]:
        with contextlib.suppress(AttributeError, TypeError):
            type.__delattr__(one, name)
    for name, value in kept.items():
        if vars(one).get(name) is not value:
            with contextlib.suppress(AttributeError, TypeError):
                type.__setattr__(one, name, value)
