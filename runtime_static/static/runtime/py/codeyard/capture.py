"""Things to do right after a library is imported, without importing it ourselves."""

import importlib.util
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class AfterImport(MetaPathFinder):
    """First in line: calls a function with a module once that module has been executed."""

    def __init__(self) -> None:
        self.actions: dict[str, Callable[[ModuleType], None]] = {}

    def add(self, name: str, action: Callable[[ModuleType], None]) -> None:
        """Call `action(module)` when the module of that name has been imported."""
        self.actions[name] = action

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question; answered by the other finders, with our action put behind."""
        action = self.actions.pop(fullname, None)
        if action is None:
            return None
        spec = importlib.util.find_spec(fullname)
        if spec is None or spec.loader is None:
            return None
        loader = spec.loader
        execute = loader.exec_module

        def execute_then_act(module: ModuleType) -> None:
            # All modules of the standard library's archive share one loader: the next one is not ours.
            loader.exec_module = execute  # type: ignore[method-assign]
            execute(module)
            action(module)

        loader.exec_module = execute_then_act  # type: ignore[method-assign]
        return spec


class Counters:
    """Numbers for what a run shows: Figure 1, Figure 2, Image 1."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def next_number(self, word: str) -> int:
        """1, 2, 3… for each word."""
        self.counts[word] = self.counts.get(word, 0) + 1
        return self.counts[word]


after_import = AfterImport()
counters = Counters()


def when_imported(name: str, action: Callable[[ModuleType], None]) -> None:
    """Call `action(module)` now if the module is there, else once it has been imported."""
    if name in sys.modules:
        action(sys.modules[name])
    else:
        after_import.add(name, action)


def install() -> None:
    """Watch imports from now on."""
    sys.meta_path.insert(0, after_import)
