"""What a step is watched for: files that it writes, figures, pictures, turtles. Watched or not, none reach the page."""

import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from codeyard_checks.observing import pictures, turtles
from codeyard_checks.observing.project import Project
from codeyard_checks.observing.streams import Streams
from codeyard_checks.observing.surroundings import BACKEND

Action = Callable[[Any], None]


class Watch(MetaPathFinder):
    """Looks on while a step runs, and says afterwards what it found. `wanted` as in a STEP's `watch`."""

    def __init__(self, wanted: list[str], project: Project, streams: Streams) -> None:
        self.wanted = wanted
        self.project = project
        self.shown = pictures.Shown()
        self.drawing = turtles.Drawing(streams)
        self.actions: dict[str, Action] = {
            "PIL.Image": self.shown.watch,
            "PIL.ImageShow": self.shown.watch,
            "turtle": self.drawing.watch,
            "matplotlib": _keep_backend,
        }

    def __enter__(self) -> "Watch":
        turtles.forget()
        self.drawing.prepare()
        for name in [name for name in self.actions if name in sys.modules]:
            self.actions.pop(name)(sys.modules[name])
        sys.meta_path.insert(0, self)
        return self

    def __exit__(self, *_: object) -> None:
        sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not self]
        self._figures()

    def find_spec(
        self, fullname: str, path: Any = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question; answered by the other finders, with our action put behind."""
        action = self.actions.pop(fullname, None)
        spec = find_spec(fullname) if action is not None else None
        if action is None or spec is None or spec.loader is None:
            return None
        execute = spec.loader.exec_module
        loader: Any = spec.loader

        def execute_then_act(module: ModuleType) -> None:
            loader.exec_module = execute  # modules may share a loader: the next one is not ours
            execute(module)
            action(module)

        loader.exec_module = execute_then_act
        return spec

    def found(self) -> dict[str, Any]:
        """The parts of the observation that were asked for."""
        figures = self._figures()
        found: dict[str, Any] = {}
        for word in self.wanted:
            kind, _, path = word.partition(":")
            if kind == "file":
                found.setdefault("files", {})[path] = self.project.read(path)
            elif kind == "picture":
                found["picture"] = pictures.read(self.project.inside(path)) if path else self.shown.picture
            elif kind == "figures":
                found["figures"] = figures
            elif kind == "turtle":
                found["turtle"] = self.drawing.data()
        return found

    def _figures(self) -> list[Any]:
        backend = sys.modules.get(BACKEND)
        return backend.gallery.close() if backend is not None else []  # type: ignore[no-any-return]


def _keep_backend(matplotlib: Any) -> None:
    """A program may ask for a window; its figures are read all the same."""
    use = matplotlib.use

    def use_ours(backend: str, *, force: bool = True) -> None:
        use(f"module://{BACKEND}", force=force)

    matplotlib.use = use_ours
