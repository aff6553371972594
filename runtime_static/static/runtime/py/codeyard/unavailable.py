"""What a browser cannot do, said in a sentence where a program asks for it, with what to use instead.

The errors are Python's own types, those that a computer without the thing would raise: libraries that try something
and take another way when it fails go on doing so. `MODULES` and `CALLS` are the tables; the guide reads them too.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from codeyard.capture import when_imported


@dataclass(frozen=True)
class Absence:
    """Why something is not to be had in a browser, and what to use instead: a sentence each."""

    why: str
    instead: str

    @property
    def sentence(self) -> str:
        """Both, as they stand in the message of the error."""
        return f"{self.why} {self.instead}"


_DRAW = "To draw, use turtle, matplotlib or Pillow. To talk to people, use input() and print()."
_WINDOWS = Absence("it opens windows, which needs a desktop.", _DRAW)
_GAMES = Absence("it draws games in a window, which needs a desktop.", "For games with keys, use turtle.")
_TERMINAL = Absence(
    "it moves around in a terminal, and the console here is none.", "Use print(), or turtle for keys."
)
_WINDOWS_ONLY = Absence("it belongs to Windows, and this is a browser.", "Use input() to wait for a line.")
_UNIX_ONLY = Absence("it speaks to a Unix system, and this is a browser.", "Leave it out.")
_SOUND = Absence(
    "programs cannot play sound here.", "Write a sound file with wave, and download it from the file panel."
)
_BOARD = Absence(
    "it needs the pins of a small computer, and a browser has none.", "Run the program on the board itself."
)
_DEVICES = Absence(
    "a browser gives programs no devices.", "Read what a device has measured from a file of the project."
)
_SERVER_DATABASE = Absence(
    "it connects to a database server, which a browser does not allow.", "Use sqlite3."
)
_CONNECTION = Absence(
    "it needs network connections that a browser does not allow.", "To read from the web, use requests."
)
_SERVER = Absence(
    "nobody can connect to a program in a browser.",
    "Call the functions of your program directly, and print what they give.",
)
_INSTALLER = Absence(
    "packages need no installing here.",
    "Write import and the name; further packages go into a file requirements.txt, one name a line.",
)
_MOUSE = Absence(
    "a program cannot press keys or move the mouse of your computer here.", "For keys and clicks, use turtle."
)
_LEARNING = Absence("it is too large for a browser.", "For machine learning, use sklearn.")
_BROWSER = Absence(
    "it drives another browser, which a program in a browser cannot.", "Use requests and bs4 to read pages."
)
_NO_PROCESSES = Absence("a browser gives a program one process.", "Do the work in a loop.")
_REMOVED = Absence("it has been removed from Python.", "Look for its successor in Python's documentation.")

# By the name that is imported: what neither Python's own modules nor packages of this server provide.
MODULES: dict[str, Absence] = {
    **dict.fromkeys(
        ("tkinter", "Tkinter", "_tkinter", "customtkinter", "ttkbootstrap", "easygui", "PySimpleGUI"),
        _WINDOWS,
    ),
    **dict.fromkeys(
        ("PyQt5", "PyQt6", "PySide2", "PySide6", "wx", "kivy", "gi", "guizero", "idlelib"), _WINDOWS
    ),
    **dict.fromkeys(("pygame", "pgzrun", "pgzero", "arcade", "pyglet", "ursina", "panda3d"), _GAMES),
    **dict.fromkeys(("curses", "_curses", "blessed", "termios", "tty", "pty"), _TERMINAL),
    **dict.fromkeys(
        ("msvcrt", "winreg", "_winapi", "win32api", "win32con", "win32gui", "win32com", "wmi"), _WINDOWS_ONLY
    ),
    **dict.fromkeys(("fcntl", "resource", "grp", "spwd", "nis", "syslog", "_posixsubprocess"), _UNIX_ONLY),
    **dict.fromkeys(
        ("winsound", "playsound", "pyaudio", "sounddevice", "simpleaudio", "pyttsx3", "vlc"), _SOUND
    ),
    **dict.fromkeys(
        ("RPi", "gpiozero", "picamera", "picamera2", "sense_hat", "smbus", "smbus2", "spidev"), _BOARD
    ),
    **dict.fromkeys(("microbit", "machine", "utime", "network", "board", "digitalio", "neopixel"), _BOARD),
    **dict.fromkeys(("serial", "usb", "bluetooth", "cv2", "speech_recognition", "psutil"), _DEVICES),
    **dict.fromkeys(
        ("psycopg2", "psycopg", "pymysql", "MySQLdb", "mysql", "pymongo", "redis", "pyodbc"), _SERVER_DATABASE
    ),
    **dict.fromkeys(
        ("paramiko", "fabric", "aiohttp", "websocket", "websockets", "scapy", "discord"), _CONNECTION
    ),
    **dict.fromkeys(("telegram", "tweepy", "pexpect", "telnetlib3", "zmq", "_ssl", "grpc"), _CONNECTION),
    **dict.fromkeys(
        ("flask", "django", "fastapi", "uvicorn", "bottle", "tornado", "streamlit", "gunicorn"), _SERVER
    ),
    **dict.fromkeys(("pip", "ensurepip", "venv", "virtualenv", "setuptools", "conda"), _INSTALLER),
    **dict.fromkeys(("pyautogui", "pynput", "keyboard", "mouse", "pyperclip"), _MOUSE),
    **dict.fromkeys(("tensorflow", "torch", "keras", "transformers", "jax"), _LEARNING),
    **dict.fromkeys(("selenium", "playwright", "scrapy", "pyppeteer"), _BROWSER),
    **dict.fromkeys(("_multiprocessing", "_posixshmem", "ray", "dask"), _NO_PROCESSES),
    **dict.fromkeys(
        ("imp", "asyncore", "asynchat", "distutils", "cgi", "telnetlib", "lib2to3", "smtpd"), _REMOVED
    ),
    "readline": Absence(
        "the console here remembers nothing that was typed.",
        "Leave the import out: input() works without it.",
    ),
}

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

# By module and name of what is called.
CALLS: dict[str, Absence] = {
    **dict.fromkeys(("subprocess.Popen", "subprocess.run", "asyncio.create_subprocess_exec"), _NO_PROGRAMS),
    **dict.fromkeys(("os.system", "os.popen"), _NO_SHELL),
    **dict.fromkeys(
        ("os.fork", "os.forkpty", "os.posix_spawn", "os.execv", "os.execve", "os.spawnv"), _NO_FORK
    ),
    **dict.fromkeys(("multiprocessing.Process", "multiprocessing.Pool", "multiprocessing.Manager"), _NO_FORK),
    **dict.fromkeys(
        ("threading.Thread", "threading.Timer", "concurrent.futures.ThreadPoolExecutor"), _NO_THREAD
    ),
    **dict.fromkeys(("socket.connect", "socket.create_connection"), _NO_CONNECTION),
    **dict.fromkeys(("socket.bind", "http.server"), _NO_VISITORS),
    **dict.fromkeys(("signal.alarm", "signal.setitimer", "signal.SIGALRM"), _NO_ALARM),
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
    """Programs for a terminal clear it with `cls` or `clear`: that much the console can do."""
    words = os.fsdecode(command).split()
    name = words[0].lower() if words else ""
    if name in ("cls", "clear"):
        print(CLEAR_SCREEN, end="", flush=True)  # noqa: T201 -- the console is what is cleared
    elif name not in COSMETIC:
        raise OSError(_NO_SHELL.sentence)
    return 0


def _connect_subprocess(module: Any) -> None:
    _replace(module.Popen, {"__init__": _refusing(OSError, _NO_PROGRAMS), "__del__": lambda _self: None})


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
    "subprocess": _connect_subprocess,
    "threading": _connect_threading,
    "socket": _connect_socket,
    "multiprocessing.context": _connect_contexts,
    "multiprocessing.process": _connect_processes,
    "concurrent.futures.process": _connect_pools,
    "webbrowser": _connect_webbrowser,
}
