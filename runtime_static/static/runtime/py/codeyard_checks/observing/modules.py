"""Student code as modules: a new `__main__`, the project's own modules by name, and how they are forgotten again."""

import ast
import importlib
import importlib.util
import inspect
import linecache
import sys
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any


def run_main(root: str, main: str) -> None:
    """Run a file as `python main.py` would. Raises what it raises."""
    path = Path(root, main)
    module = ModuleType("__main__")
    module.__dict__.update(__file__=str(path), __builtins__=__builtins__, __loader__=None)
    sys.modules["__main__"] = module
    sys.argv[:] = [main]
    execute(path.read_bytes(), str(path), module.__dict__)


def import_fresh(root: str, name: str) -> ModuleType:
    """Import a module of the project by its dotted name; one of its own files may `await` at its top."""
    importlib.invalidate_caches()
    path = Path(root, *name.split(".")).with_suffix(".py")
    if "." in name or not path.is_file():
        return importlib.import_module(name)
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    execute(path.read_bytes(), str(path), module.__dict__)
    return module


def execute(source: bytes | str, path: str, names: dict[str, Any]) -> None:
    """Run source text in a namespace, waiting for what it awaits."""
    run_code(compile(source, path, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True), names)


def run_code(code: CodeType, names: dict[str, Any]) -> Any:
    """Run compiled code in a namespace, and give its value."""
    result = eval(code, names)  # noqa: S307 -- running the student's program is the purpose
    return wait_for(result) if code.co_flags & inspect.CO_COROUTINE else result


def wait_for(coroutine: Any) -> Any:
    """What a coroutine returns. Raises RuntimeError where Python cannot wait and the coroutine has to."""
    import asyncio

    if sys.platform != "emscripten":
        with asyncio.Runner() as runner:
            return runner.run(coroutine)
    from pyodide.ffi import can_run_sync  # type: ignore[import-not-found]

    if can_run_sync():
        return asyncio.get_event_loop().run_until_complete(coroutine)
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise RuntimeError("in this browser, Python cannot wait here")


def forget(root: str) -> None:
    """Forget the modules that come from the project, so that the next step imports them anew."""
    for name, module in list(sys.modules.items()):
        if name != "__main__" and is_of(module, root):
            del sys.modules[name]
    for path in [path for path in sys.path_importer_cache if path.startswith(root)]:
        del sys.path_importer_cache[path]
    linecache.clearcache()
    importlib.invalidate_caches()


def is_of(module: Any, root: str) -> bool:
    """Whether a module comes from the project."""
    try:
        places = [module.__dict__.get("__file__"), *(module.__dict__.get("__path__") or ())]
    except Exception:
        return True  # no real module: something that student code has put there
    return any(isinstance(place, str) and place.startswith(root) for place in places)
