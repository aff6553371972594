"""Standard output and error that show every character at once, as on an unbuffered terminal."""

import io
import os
import sys

from codeyard.capture import when_imported

OUTPUTS = (1, 2)
ROWS = 24  # lines that a cursor can go back to


class Terminal(io.FileIO):
    """A file descriptor whose text the console shows, with colours and a cursor that moves."""

    def isatty(self) -> bool:
        """Libraries ask before they write colours."""
        return True


def open_unbuffered(descriptor: int, name: str, errors: str) -> io.TextIOWrapper:
    """A text stream on a file descriptor that hands on each write; Python's own would keep up to 8 KB back."""
    raw = Terminal(descriptor, "w", closefd=False)
    raw.name = name  # type: ignore[misc]
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, newline="\n", write_through=True)  # type: ignore[arg-type]


def install() -> None:
    """Put unbuffered streams in place of `sys.stdout` and `sys.stderr`, and say that a terminal stands behind them."""
    sys.stdout = sys.__stdout__ = open_unbuffered(1, "<stdout>", "strict")  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = open_unbuffered(2, "<stderr>", "backslashreplace")  # type: ignore[misc]
    isatty = os.isatty
    os.isatty = lambda descriptor: descriptor in OUTPUTS or isatty(descriptor)


def set_columns(columns: int) -> None:
    """Make libraries break their lines where the console would: tables of pandas, arrays, formulas, progress bars."""
    # `shutil.get_terminal_size` reads it, and rich, sympy and tqdm through that.
    os.environ["COLUMNS"] = str(columns)
    os.get_terminal_size = lambda _descriptor=1: os.terminal_size((columns, ROWS))  # type: ignore[assignment]
    # pandas measures the terminal in an interactive session alone, numpy never does. On a phone pandas would leave out
    # nearly every column; so a wide table goes on below instead, as it does where no width is known.
    when_imported(
        "pandas", lambda pandas: pandas.set_option("display.width", columns, "display.max_columns", 20)
    )
    when_imported("numpy", lambda numpy: numpy.set_printoptions(linewidth=columns))
