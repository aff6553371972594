"""Which packages a project needs, and loading one that only shows while the program runs."""

import ast
import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import FrameType, ModuleType

SOURCE_LIMIT = 2_000_000
OURS = str(Path(__file__).parent)
# A library probes for optional packages all the time; this one asks only when the student's call needs it.
LAZY_IMPORTERS = ("/pandas/compat/_optional.py", "/zoneinfo/_common.py")
# `importlib.resources` chooses by type, through `functools`.
IMPORT_SYSTEM = ("<frozen importlib", "/importlib/", "/functools.py")
# Needed by every program that imports the first.
ALWAYS_WITH = {"zoneinfo": "tzdata"}
# What a library imports by itself: when it is imported and the word stands in the file, the third is needed too.
COMPANIONS = (
    ("bs4", "lxml", "lxml"),
    ("bs4", "xml", "lxml"),
    ("bs4", "html5lib", "html5lib"),
    ("pandas", "plot", "matplotlib"),
    ("pandas", "hist", "matplotlib"),
    ("pandas", "boxplot", "matplotlib"),
    ("pandas", "read_html", "lxml"),
    ("pandas", "read_html", "bs4"),
    ("pandas", "read_xml", "lxml"),
    ("pandas", "to_xml", "lxml"),
    ("pandas", "tz", "tzdata"),
    ("pandas", "tz_localize", "tzdata"),
    ("pandas", "tz_convert", "tzdata"),
    ("pandas", "read_excel", "openpyxl"),
    ("pandas", "to_excel", "openpyxl"),
    ("sympy", "plot", "matplotlib"),
    ("networkx", "draw", "matplotlib"),
    ("networkx", "pagerank", "scipy"),
    ("networkx", "spring_layout", "numpy"),
    ("networkx", "to_numpy_array", "numpy"),
    ("qrcode", "make", "PIL"),
    ("qrcode", "make_image", "PIL"),
    ("uncertainties", "unumpy", "numpy"),
)


def imported_names(source: str | bytes) -> set[str]:
    """Top-level names of the modules that a file imports; none when it cannot be parsed."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    names: set[str] = set()
    words: set[object] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
            words.update(alias.name for alias in node.names)
        elif isinstance(node, ast.Attribute):
            words.add(node.attr)
        elif isinstance(node, ast.keyword):
            words.add(node.arg)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.add(node.value)
    names |= {needed for library, needed in ALWAYS_WITH.items() if library in names}
    return names | {needed for library, word, needed in COMPANIONS if library in names and word in words}


def project_sources(root: Path) -> Iterator[Path]:
    """The Python files of a project."""
    for path in sorted(root.rglob("*.py")):
        if path.is_file() and path.stat().st_size <= SOURCE_LIMIT:
            yield path


def needed_packages(root: Path, packages: dict[str, str], others: Iterable[str] = ()) -> list[str]:
    """Packages that a project's files and `others`, sources that stand nowhere yet, import.

    `packages` maps import names to packages; the project's own modules come first.
    """
    names: set[str] = set()
    for source in (*(path.read_bytes() for path in project_sources(root)), *others):
        names |= imported_names(source)
    own = {path.stem for path in root.glob("*.py")} | {path.name for path in root.iterdir() if path.is_dir()}
    return sorted({packages[name] for name in names - own if name in packages})


def importing_file(frames: Iterable[FrameType]) -> str:
    """The file whose code asked for an import, past the import system itself."""
    for frame in frames:
        name = frame.f_code.co_filename
        if not name.startswith(OURS) and not any(part in name for part in IMPORT_SYSTEM):
            return name
    return ""


def _callers() -> Iterator[FrameType]:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        yield frame
        frame = frame.f_back


def asked_by_student(root: str) -> bool:
    """Whether the import that is under way stands in a file of the project, in `root`, or serves a call in one."""
    name = importing_file(_callers())
    return name.startswith((root, "<")) or name.endswith(LAZY_IMPORTERS)


class PackageFinder(MetaPathFinder):
    """Last in line: loads a package that the student's code imports at run time, or says why it cannot."""

    def __init__(
        self, installed: dict[str, str], missing: dict[str, str], load: Callable[[str], bool], root: str
    ) -> None:
        self.installed = installed
        self.missing = missing
        self.load = load
        self.root = root

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question for a module that nobody else found."""
        wanted = fullname in self.installed or fullname in self.missing
        if path is not None or not wanted or not asked_by_student(self.root):
            return None
        if fullname in self.missing:
            package = self.missing[fullname]
            raise ModuleNotFoundError(
                f"No module named {fullname!r}: the package {package} is not installed on this server",
                name=fullname,
            )
        if not self.load(self.installed[fullname]):
            raise ModuleNotFoundError(
                f"No module named {fullname!r}: write 'import {fullname}' at the top of the program, "
                "so that it is loaded before the program starts",
                name=fullname,
            )
        importlib.invalidate_caches()
        return PathFinder.find_spec(fullname, None, target)
