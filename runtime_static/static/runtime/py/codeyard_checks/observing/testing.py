"""Runs a `unittest` file beside the student's code, as hard to deceive as that can be.

What unittest and this engine are made of is remembered before any student code runs, and put back after its import,
before each test and before each comparison. A test calls assert methods of its own instance, so that a change of the
class does not reach it. Still, the tests and the code that they test share one interpreter, so these verdicts are
marked as made beside student code.
"""

import builtins
import collections
import datetime
import decimal
import fractions
import pathlib
import sys
import unittest
import unittest.case
import unittest.util
import uuid
from collections.abc import Callable
from functools import partial
from types import FunctionType, ModuleType
from typing import Any

from codeyard_checks.observing import failures, guard, modules, outcomes, plain
from codeyard_checks.observing.memory import Memory, loaded
from codeyard_checks.observing.outcomes import Outcome, Outcomes
from codeyard_checks.observing.plain import Reader

COMPARING = (
    "assertEqual",
    "assertNotEqual",
    "assertIn",
    "assertNotIn",
    "assertGreater",
    "assertGreaterEqual",
    "assertLess",
    "assertLessEqual",
    "assertAlmostEqual",
    "assertNotAlmostEqual",
    "assertCountEqual",
    "assertListEqual",
    "assertTupleEqual",
    "assertDictEqual",
    "assertSetEqual",
    "assertSequenceEqual",
    "assertMultiLineEqual",
)
CLASSES = [
    unittest.TestCase,
    unittest.case._BaseTestCaseContext,
    unittest.case._AssertRaisesBaseContext,
    unittest.case._AssertRaisesContext,
    Outcomes,
    Reader,
    Memory,
    guard.Guard,
]
TOOLS = [builtins, unittest, unittest.case, unittest.util, failures, outcomes, plain, modules, collections]
DATA = (datetime, decimal, fractions, pathlib, uuid)  # their classes are known before any of the student's
SETTING_UP = ("setUp", "tearDown", "run", "__init__", "__call__", "subTest")


class Testing:
    """Made before any student code runs. `root` is the folder of the project."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.reader = Reader()
        self.watch = guard.guard()
        self.everything = Memory(CLASSES, loaded(root))
        self.tools = Memory(CLASSES, [*TOOLS, sys.modules[__name__]])
        self.case = dict(vars(unittest.TestCase))

    def run(self, file: str, source: str) -> list[Outcome]:
        """The outcome of each test of a file, as `Outcomes` has them. Raises what its import raises."""
        self.everything.put_back()
        self.watch.tampered, self.watch.up = "", True
        try:
            module = self._imported(file, source)
            self.everything.put_back()
            found = Outcomes(self.watch, self.root)
            self._run_module(module, found)
        finally:
            self.watch.up, self.watch.secret = False, None
            self.everything.put_back()
        return found.entries

    def _imported(self, file: str, source: str) -> ModuleType:
        """The tests as a module. Their file is not in the project, so that student code does not simply open it."""
        module = ModuleType(file.removesuffix(".py").replace("/", "."))
        module.__dict__["__file__"] = f"<{file}>"
        self.watch.secret = module.__dict__
        sys.modules[module.__name__] = module
        try:
            modules.execute(source, f"<{file}>", module.__dict__)
        finally:
            sys.modules.pop(module.__name__, None)
        return module

    def _run_module(self, module: ModuleType, found: Outcomes) -> None:
        names = module.__dict__
        if found.before("setUpModule", names.get("setUpModule", _nothing)):
            for kind in _cases(module):
                self._run_class(kind, found)
            found.before("tearDownModule", names.get("tearDownModule", _nothing))

    def _run_class(self, kind: type[unittest.TestCase], found: Outcomes) -> None:
        own = Memory([kind], [])
        if found.before(f"setUpClass ({failures.class_name(kind)})", kind.setUpClass):
            for name in _tests(kind):
                self.everything.put_back()
                self.watch.tampered = ""
                found.run(kind(name), self._bind, partial(self._tampered, own))
                self.everything.put_back()
                own.put_back()
            found.before(f"tearDownClass ({failures.class_name(kind)})", kind.tearDownClass)

    def _bind(self, test: Any) -> None:
        """Give a test the assert methods and tools of unittest as attributes of its own."""
        for name, function in self.case.items():
            if (
                isinstance(function, FunctionType)
                and name not in SETTING_UP
                and getattr(type(test), name) is function
            ):
                test.__dict__[name] = (
                    self._on_data(function, test) if name in COMPARING else partial(function, test)
                )

    def _on_data(self, function: Callable[..., None], test: Any) -> Callable[..., None]:
        reader, put_back = self.reader, self.tools.put_back

        def compare(first: Any, second: Any, *arguments: Any, **options: Any) -> None:
            put_back()
            function(test, *reader.pair(first, second), *arguments, **options)

        return compare

    def _tampered(self, own: Memory) -> bool:
        return bool(self.watch.tampered) or self.tools.changed() or own.changed()


def _nothing() -> None:
    """What comes before and after the tests of a file that says nothing of it."""


def _cases(module: ModuleType) -> list[type[unittest.TestCase]]:
    found = [
        one for one in vars(module).values() if isinstance(one, type) and issubclass(one, unittest.TestCase)
    ]
    return [one for one in found if one.__module__ == module.__name__]


def _tests(kind: type) -> list[str]:
    return [name for name in dir(kind) if name.startswith("test") and callable(getattr(kind, name))]
