"""Runs a `unittest` file beside the student's code, as hard to deceive as that can be.

What unittest is made of is remembered before the student's code is imported, and put back after that import and before
each test; a test at whose end something of it is changed does not count. Still, the tests and the code that they test
share one interpreter, so these verdicts are marked as made beside student code.
"""

import contextlib
import functools
import sys
import unittest
import unittest.case
import unittest.loader
import unittest.result
import unittest.suite
import unittest.util
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from codeyard_checks.observing import modules
from codeyard_checks.observing.guard import Guard, guard
from codeyard_checks.observing.plain import Reader
from codeyard_checks.observing.results import Outcome, Outcomes, Result

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
CLASSES = (
    unittest.TestCase,
    unittest.TestResult,
    unittest.TestSuite,
    unittest.BaseTestSuite,
    unittest.TestLoader,
    unittest.case._Outcome,
    unittest.case._BaseTestCaseContext,
    unittest.case._AssertRaisesBaseContext,
    unittest.case._AssertRaisesContext,
)


class Memory:
    """Classes and modules as they were, by what stands in them."""

    def __init__(self, classes: tuple[type, ...], root: str) -> None:
        self.classes = [(one, dict(vars(one))) for one in classes]
        self.modules = [
            (module.__dict__, dict(module.__dict__))
            for name, module in list(sys.modules.items())
            if type(module) is ModuleType and name != "__main__" and not modules.is_of(module, root)
        ]

    def changed(self) -> bool:
        """Whether a class is not what it was."""
        return any(
            vars(one).get(name) is not value
            for one, kept in self.classes
            for name, value in kept.items()
            if name not in ("__dict__", "__weakref__", "_abc_impl")
        ) or any(
            name not in kept
            for one, kept in self.classes
            for name in vars(one)
            if name != "_classSetupFailed"
        )

    def put_back(self) -> None:
        """Make all of it what it was."""
        for one, kept in self.classes:
            for name in [name for name in vars(one) if name not in kept]:
                with contextlib.suppress(AttributeError, TypeError):
                    type.__delattr__(one, name)
            for name, value in kept.items():
                if vars(one).get(name) is not value:
                    with contextlib.suppress(AttributeError, TypeError):
                        type.__setattr__(one, name, value)
        for names, kept in self.modules:
            names.update(kept)


def run_tests(file: str, source: str, root: str) -> list[Outcome]:
    """The outcome of each test of a file, `{"id", "outcome", "message", "error"}`. Raises what its import raises."""
    reader, watch = Reader(root), guard()
    with _comparing_data(reader):
        memory = Memory(CLASSES, root)
        watch.tampered, watch.up = "", True
        try:
            module = _imported(file, source)
            memory.put_back()
            memory.classes += [(one, dict(vars(one))) for one in _cases(module)]
            outcomes = Outcomes(watch, root)
            result = Result(outcomes, partial(_before, memory, watch), partial(_after, memory, watch))
            unittest.TestLoader().loadTestsFromModule(module).run(result)
        finally:
            watch.up = False
            memory.put_back()
    return outcomes.entries


def _before(memory: Memory, watch: Guard) -> None:
    memory.put_back()
    watch.tampered = ""


def _after(memory: Memory, watch: Guard) -> bool:
    tampered = memory.changed() or bool(watch.tampered)
    memory.put_back()
    return tampered


def _imported(file: str, source: str) -> ModuleType:
    """The tests as a module. Their file is not in the project, so that student code does not simply open it."""
    module = ModuleType(file.removesuffix(".py").replace("/", "."))
    module.__dict__["__file__"] = f"<{file}>"
    sys.modules[module.__name__] = module
    try:
        modules.execute(source, f"<{file}>", module.__dict__)
    finally:
        sys.modules.pop(module.__name__, None)
    return module


def _cases(module: ModuleType) -> list[type]:
    return [
        one for one in vars(module).values() if isinstance(one, type) and issubclass(one, unittest.TestCase)
    ]


@contextlib.contextmanager
def _comparing_data(reader: Reader) -> Any:
    """While this lasts, assert methods compare data and believe no class of the student's."""
    kept = {name: vars(unittest.TestCase)[name] for name in COMPARING}
    for name, original in kept.items():
        setattr(unittest.TestCase, name, _on_data(original, reader))
    try:
        yield
    finally:
        for name, original in kept.items():
            setattr(unittest.TestCase, name, original)


def _on_data(original: Callable[..., None], reader: Reader) -> Callable[..., None]:
    @functools.wraps(original)
    def compare(self: Any, first: Any, second: Any, *arguments: Any, **options: Any) -> None:
        original(self, *reader.pair(first, second), *arguments, **options)

    return compare
