"""The part of the standard library that is loaded at the first import that asks for it."""

import importlib
import sys
from collections.abc import Callable, Collection, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType, SimpleNamespace
from typing import ClassVar

METADATA = "importlib.metadata"
ARCHIVE = "/lib/python314-library.zip"


class LibraryFinder(MetaPathFinder):
    """After Python's own finders: knows which modules the archive has, and has it fetched once."""

    def __init__(self, modules: Collection[str], fetch: Callable[[], bool], archive: str = ARCHIVE) -> None:
        self.modules = frozenset(modules)
        self.fetch = fetch
        self.archive = archive
        self.loaded = False

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question for a module that the start did not bring."""
        if fullname not in self.modules:
            return None
        if not self.loaded:
            self._load(fullname)
        package = fullname.rpartition(".")[0].replace(".", "/")
        return PathFinder.find_spec(fullname, [f"{self.archive}/{package}" if package else self.archive])

    def _load(self, fullname: str) -> None:
        if not self.fetch():
            raise ImportError(
                f"{fullname} could not be loaded from the server. Check the connection and run again.",
                name=fullname,
            )
        self.loaded = True
        sys.path_importer_cache.pop(self.archive, None)
        sys.path.append(self.archive)


class StandInFinder(MetaPathFinder, Loader):
    """Last of all: modules that Pyodide's Python comes without, by the module of ours that does their work."""

    MODULES: ClassVar = {"dbm": "codeyard.key_values"}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question for a module that nobody else found."""
        return ModuleSpec(fullname, self) if fullname in self.MODULES else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Our module, imported."""
        return importlib.import_module(self.MODULES[spec.name])

    def exec_module(self, module: ModuleType) -> None:
        """It has been executed already."""


def install(modules: Collection[str], fetch: Callable[[], bool]) -> None:
    """Find these modules from now on; `fetch` puts the archive into place and gives whether it did."""
    sys.meta_path.append(LibraryFinder(modules, fetch))
    sys.meta_path.append(StandInFinder())
    PathFinder.invalidate_caches = staticmethod(  # type: ignore[method-assign]
        sparing_metadata(PathFinder.invalidate_caches)
    )


def sparing_metadata(invalidate_caches: Callable[[], None]) -> Callable[[], None]:
    """Python's own `invalidate_caches`, without importing `importlib.metadata` only to clear the cache in it.

    Pyodide calls it whenever it has loaded a package, also where the archive cannot be had; and a module that nobody
    has imported has cached nothing.
    """

    def invalidate() -> None:
        if METADATA in sys.modules:
            invalidate_caches()
            return
        nothing_cached = SimpleNamespace(MetadataPathFinder=SimpleNamespace(invalidate_caches=lambda: None))
        sys.modules[METADATA] = nothing_cached  # type: ignore[assignment]
        try:
            invalidate_caches()
        finally:
            del sys.modules[METADATA]

    return invalidate


def wake_up() -> None:
    """Python may have been started from a snapshot: what is random in it is the same everywhere, so seed it anew.

    The order of sets of strings stays as it was in the snapshot; Python fixes it once, when it starts.
    """
    random = sys.modules.get("random")
    if random is not None:
        random.seed()
