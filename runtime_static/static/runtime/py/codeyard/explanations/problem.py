"""The place of an error: the innermost line of the student's own, and the expression in it that failed."""

import ast
import linecache
from functools import cached_property
from itertools import islice
from types import CodeType, FrameType, TracebackType
from typing import Any

SOURCE_LIMIT = 300_000


class Problem:
    """An error and where in the student's files it happened. Lines count from 1, columns from 1 in characters."""

    def __init__(self, error: BaseException, message: str, root: str) -> None:
        self.error = error
        self.message = message
        self.root = root
        self.frame: FrameType | None = None
        self.filename = ""
        self.line = 0
        self.span: tuple[int, int, int, int] | None = None
        self.library = ""
        self._find(error.__traceback__)
        if isinstance(error, SyntaxError) and type(error.filename) is str and type(error.lineno) is int:
            self._take_syntax_error(error)

    @property
    def path(self) -> str:
        """The file, relative to the project; empty when the error has no place there."""
        return self.filename.removeprefix(self.root) if self.filename.startswith(self.root) else ""

    @property
    def column(self) -> int:
        """Where in the line the failing expression begins; 0 when that is not known."""
        if isinstance(self.error, SyntaxError):
            return max(self.error.offset or 0, 0) if self.path else 0
        return self._characters(self.span[0], self.span[2]) + 1 if self.span else 0

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, each with its line end."""
        return linecache.getlines(self.filename) if self.filename else []

    @property
    def line_text(self) -> str:
        """The line without its end."""
        return self.lines[self.line - 1].rstrip("\r\n") if 0 < self.line <= len(self.lines) else ""

    @cached_property
    def tree(self) -> ast.Module | None:
        """The file as a syntax tree."""
        source = "".join(self.lines)
        try:
            return ast.parse(source) if len(source) <= SOURCE_LIMIT else None
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    @cached_property
    def node(self) -> ast.AST | None:
        """The expression or statement that failed."""
        if self.span is None or self.tree is None:
            return None
        first, last, begin, end = self.span
        for node in ast.walk(self.tree):
            place = (getattr(node, "lineno", 0), getattr(node, "end_lineno", 0))
            columns = (getattr(node, "col_offset", -1), getattr(node, "end_col_offset", -1))
            if place == (first, last) and columns == (begin, end) and not isinstance(node, ast.Expr):
                return node
        return None

    @cached_property
    def statement(self) -> ast.stmt | None:
        """The smallest statement around the failing line."""
        found: ast.stmt | None = None
        for node in ast.walk(self.tree) if self.tree else ():
            if isinstance(node, ast.stmt) and node.lineno <= self.line <= (node.end_lineno or node.lineno):
                found = node if found is None or node.lineno >= found.lineno else found
        return found

    def source_of(self, node: ast.AST | None, limit: int = 60) -> str:
        """The text of an expression, in one line; empty when it is long."""
        text = ast.get_source_segment("".join(self.lines), node) if node is not None else None
        text = " ".join((text or "").replace("`", "'").split())
        return text if len(text) <= limit else ""

    def _find(self, tb: TracebackType | None) -> None:
        while tb is not None:
            code = tb.tb_frame.f_code
            if code.co_filename.startswith(self.root):
                self.frame, self.filename, self.line = tb.tb_frame, code.co_filename, tb.tb_lineno or 0
                self.span, self.library = _position(code, tb.tb_lasti), ""
            elif self.frame is not None:
                self.library = _library(tb.tb_frame.f_globals)
            tb = tb.tb_next

    def _take_syntax_error(self, error: Any) -> None:
        self.frame, self.span, self.library = None, None, ""
        self.filename, self.line = error.filename, error.lineno

    def _characters(self, line: int, offset: int) -> int:
        """Columns of code objects count UTF-8 bytes."""
        if not 0 < line <= len(self.lines):
            return offset
        return len(self.lines[line - 1].encode()[:offset].decode(errors="ignore"))


def _position(code: CodeType, instruction: int) -> tuple[int, int, int, int] | None:
    """First line, last line, first column and last column of an instruction."""
    place = next(islice(code.co_positions(), max(instruction, 0) // 2, None), None)
    if place is None or None in place:
        return None
    return place  # type: ignore[return-value]


def _library(module_globals: dict[str, Any]) -> str:
    name = module_globals.get("__name__")
    if type(name) is not str:
        return ""
    top = name.partition(".")[0]
    return "turtle" if top == "turtle_window" else top  # what turtle draws into; nobody has to know it
