"""Standard output and error that show every character at once, as on an unbuffered terminal."""

import io
import os
import sys

from codeyard.capture import when_imported


def open_unbuffered(descriptor: int, name: str, errors: str) -> io.TextIOWrapper:
    """A text stream on a file descriptor that hands on each write; Python's own would keep up to 8 KB back."""
    raw = io.FileIO(descriptor, "w", closefd=False)
    raw.name = name  # type: ignore[misc]
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, newline="\n", write_through=True)  # type: ignore[arg-type]


def install() -> None:
    """Put unbuffered streams in place of `sys.stdout` and `sys.stderr`."""
    sys.stdout = sys.__stdout__ = open_unbuffered(1, "<stdout>", "strict")  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = open_unbuffered(2, "<stderr>", "backslashreplace")  # type: ignore[misc]


def set_columns(columns: int) -> None:
    """Make libraries break their lines where the console would: tables of pandas, arrays, formulas, progress bars."""
    # `shutil.get_terminal_size` reads it, and rich, sympy and tqdm through that.
    os.environ["COLUMNS"] = str(columns)
    # pandas measures the terminal in an interactive session alone, numpy never does.
    when_imported("pandas", lambda pandas: pandas.set_option("display.width", columns))
    when_imported("numpy", lambda numpy: numpy.set_printoptions(linewidth=columns))
