"""What a browser cannot do, said in a sentence where a program asks for it, with what to use instead.

The errors are Python's own types, those that a computer without the thing would raise: libraries that try something
and take another way when it fails go on doing so. `CALLS` is the table; modules have their own (`absent_modules`).
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from codeyard.absent_modules import MODULES, Absence
from codeyard.capture import when_imported

_NO_PROGRAMS = Absence(
    "There are no other programs in a browser that could be started.",
    "Import the other file and call its functions; for files and folders, use os and pathlib.",
)
_NO_SHELL = Absence(
    "There is no shell in a browser that could run a command.",
    "Use os and pathlib for files and folders. os.system('clear') does clear the console.",
)
_NO_FORK = Absence("A browser gives a program one process.", "Do the work in a loop, or with asyncio.")
_NO_THREAD = Absence(
    "can't start new thread: a program in a browser has one thread.",
    "Use asyncio for things that take turns, or call the function directly.",
)
_NO_CONNECTION = Absence(
    "A browser allows no connections of this kind.", "To read from the web, use requests or urllib.request."
)
_NO_VISITORS = Absence(
    "Nobody can connect to a program in a browser.",
    "Call the functions of your program directly, and print what they give.",
)
_NO_ALARM = Absence(
    "A browser sends programs no alarms.", "Look at time.time() in your loop, or use asyncio.timeout()."
)
_NO_OPENSSL = Absence(
    "It is part of OpenSSL, which the Python of a browser does not have.",
    "Use hashlib.pbkdf2_hmac: it makes keys from passwords too.",
)
_NO_DESKTOP = Absence("There is no desktop that could open a file.", "Click the file in the file panel.")
_NO_OTHER_ZONE = Absence(
    "The time zone is that of your device.", "For another one, use zoneinfo.ZoneInfo with datetime."
)

# By module and name of what is called.
CALLS: dict[str, Absence] = {
    **dict.fromkeys(
        ("subprocess.Popen", "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell"),
        _NO_PROGRAMS,
    ),
    **dict.fromkeys(("os.system", "os.popen"), _NO_SHELL),
    **dict.fromkeys(
        ("os.fork", "os.forkpty", "os.posix_spawn", "os.execv", "os.execve", "os.spawnv"), _NO_FORK
    ),
    **dict.fromkeys(("multiprocessing.Process", "multiprocessing.Pool", "multiprocessing.Manager"), _NO_FORK),
    **dict.fromkeys(
        ("threading.Thread", "threading.Timer", "concurrent.futures.ThreadPoolExecutor"), _NO_THREAD
    ),
    **dict.fromkeys(("socket.connect", "socket.create_connection"), _NO_CONNECTION),
    **dict.fromkeys(("socket.bind", "http.server", "asyncio.start_server"), _NO_VISITORS),
    **dict.fromkeys(("signal.alarm", "signal.setitimer", "signal.SIGALRM"), _NO_ALARM),
    "hashlib.scrypt": _NO_OPENSSL,
    "os.startfile": _NO_DESKTOP,
    "time.tzset": _NO_OTHER_ZONE,
}
# Commands that only change how a terminal looks; nothing is lost when they do nothing.
COSMETIC = ("", "color", "title", "mode", "chcp", "stty")
CLEAR_SCREEN = "\x1b[2J\x1b[H"


def absence_in(message: str) -> Absence | None:
    """The entry whose sentence an error's message ends with."""
    return next((one for one in CALLS.values() if message.endswith(one.sentence)), None)


class AbsenceFinder(MetaPathFinder):
    """Last of all: says why a module cannot be had. Libraries that look for it hear only that it is not there."""

    def __init__(self, asked_by_student: Callable[[], bool]) -> None:
        self.asked_by_student = asked_by_student

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question for a module that nobody else found."""
        absence = MODULES.get(fullname) if path is None else None
        if absence is None or not (fullname == "_multiprocessing" or self.asked_by_student()):
            return None
        raise ModuleNotFoundError(f"No module named {fullname!r}: {absence.sentence}", name=fullname)


def install(asked_by_student: Callable[[], bool]) -> None:
    """Let everything in the tables explain itself. `asked_by_student` tells who imports something right now."""
    sys.meta_path.append(AbsenceFinder(asked_by_student))
    _replace(os, dict.fromkeys(_process_functions(), _refusing(OSError, _NO_FORK)))
    os.system = _system
    os.popen = _refusing(OSError, _NO_SHELL)  # type: ignore[assignment]
    for name, connect in CONNECTED.items():
        when_imported(name, connect)


def _process_functions() -> Iterator[str]:
    starts = ("exec", "spawn", "posix_spawn", "fork")
    yield from (name for name in dir(os) if name.startswith(starts))


def _refusing(kind: type[Exception], absence: Absence) -> Callable[..., Any]:
    """A function that raises this error whatever it is given."""

    def refuse(*args: Any, **options: Any) -> Any:
        raise kind(absence.sentence)

    return refuse


def _replace(owner: Any, functions: dict[str, Callable[..., Any]]) -> None:
    """Put functions in the place of those that are there."""
    for name, function in functions.items():
        if hasattr(owner, name):
            setattr(owner, name, function)


def _system(command: str | bytes | os.PathLike[str]) -> int:
    """What commands for a terminal do to it, the console can do; there is no shell for others."""
    if not _is_done(os.fsdecode(command)):
        raise OSError(_NO_SHELL.sentence)
    return 0


def _is_done(command: str) -> bool:
    """Clear the console at `cls` or `clear`, wait at `pause`. Gives whether the command is one that is known here."""
    name = command.lower().replace("|", " ").replace("&", " ").replace(";", " ").partition(" ")[0]
    if name in ("cls", "clear"):
        print(CLEAR_SCREEN, end="", flush=True)  # noqa: T201 -- the console is what is cleared
    elif name == "pause":
        input("Press Enter to continue . . . ")
    return name in ("cls", "clear", "pause", *COSMETIC)


def _connect_subprocess(module: Any) -> None:
    def start(self: Any, args: Any, *_others: Any, **_options: Any) -> None:
        """A process that has ended at once, if the console does what was asked."""
        words = [args] if isinstance(args, str | bytes | os.PathLike) else list(args)
        if not words or not _is_done(" ".join(map(os.fsdecode, words))):
            raise OSError(_NO_PROGRAMS.sentence)
        self.args, self.returncode, self.pid = args, 0, 0
        self.stdin = self.stdout = self.stderr = None
        self._communication_started = False

    _replace(module.Popen, {"__init__": start, "__del__": lambda _self: None})


def _connect_asyncio(module: Any) -> None:
    async def start_program(*_words: Any, **_options: Any) -> None:
        raise OSError(_NO_PROGRAMS.sentence)

    async def start_server(*_how: Any, **_options: Any) -> None:
        raise OSError(_NO_VISITORS.sentence)

    names = ("create_subprocess_exec", "create_subprocess_shell")
    _replace(module, dict.fromkeys(names, start_program) | {"start_server": start_server})


def _connect_threading(module: Any) -> None:
    _replace(module.Thread, {"start": _refusing(RuntimeError, _NO_THREAD)})
    sys.modules["_thread"].start_new_thread = _refusing(RuntimeError, _NO_THREAD)  # type: ignore[attr-defined]


def _connect_socket(module: Any) -> None:
    leaving, waiting = _refusing(OSError, _NO_CONNECTION), _refusing(OSError, _NO_VISITORS)
    _replace(module.socket, dict.fromkeys(("connect", "connect_ex", "sendto"), leaving))
    _replace(module.socket, dict.fromkeys(("bind", "listen", "accept"), waiting))
    _replace(module, dict.fromkeys(("create_connection", "getaddrinfo", "gethostbyname"), leaving))
    _replace(module, {"create_server": waiting})


def _connect_contexts(module: Any) -> None:
    _replace(module.BaseContext, {name: _refusing(OSError, _NO_FORK) for name in ("Pool", "Manager")})


def _connect_processes(module: Any) -> None:
    _replace(module.BaseProcess, {"start": _refusing(OSError, _NO_FORK)})


def _connect_pools(module: Any) -> None:
    # Raised by CPython itself, of this type, where there are no semaphores.
    _replace(module.ProcessPoolExecutor, {"__init__": _refusing(NotImplementedError, _NO_FORK)})


def _connect_webbrowser(module: Any) -> None:
    def show(url: str, new: int = 0, autoraise: bool = True) -> bool:
        """A program cannot open a tab by itself; the person can."""
        print(f"To see this page, open it in a new tab: {url}")  # noqa: T201 -- the console is where it is read
        return True

    _replace(module, {"open": show, "open_new": show, "open_new_tab": show})


CONNECTED: dict[str, Callable[[Any], None]] = {
    "asyncio": _connect_asyncio,
    "subprocess": _connect_subprocess,
    "threading": _connect_threading,
    "socket": _connect_socket,
    "multiprocessing.context": _connect_contexts,
    "multiprocessing.process": _connect_processes,
    "concurrent.futures.process": _connect_pools,
    "webbrowser": _connect_webbrowser,
}
