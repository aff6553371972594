"""Libraries that expect threads or OpenSSL, adjusted to what a browser has."""

import time
from collections.abc import Callable
from functools import wraps
from types import ModuleType
from typing import Any

from codeyard.capture import when_imported


def install() -> None:
    """Adjust each library once a program imports it."""
    when_imported("hashlib", _add_key_derivation)
    when_imported("getpass", _ask_in_the_open)
    when_imported("tqdm.std", _stop_monitor)
    when_imported("threadpoolctl", _find_no_threads)
    when_imported("rich.live", _refresh_without_thread)
    when_imported("rich.progress", _refresh_at_updates)


def pbkdf2_hmac(
    hash_name: str, password: bytes, salt: bytes, iterations: int, dklen: int | None = None
) -> bytes:
    """A key made slowly from a password (RFC 8018, 5.2), as `hashlib` has it where OpenSSL is there.

    `dklen` is in bytes and the hash's own length by default. Raises ValueError as CPython does.
    """
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    import hmac  # not needed to start Python

    start = hmac.new(password, digestmod=hash_name)
    length = start.digest_size if dklen is None else dklen
    if length < 1:
        raise ValueError("key length must be greater than 0.")

    def keyed(message: bytes) -> bytes:
        copy = start.copy()
        copy.update(message)
        return copy.digest()

    key = b""
    while len(key) < length:
        number = len(key) // start.digest_size + 1
        block = keyed(bytes(salt) + number.to_bytes(4, "big"))
        total = int.from_bytes(block, "big")
        for _ in range(iterations - 1):
            block = keyed(block)
            total ^= int.from_bytes(block, "big")
        key += total.to_bytes(start.digest_size, "big")
    return key[:length]


def _add_key_derivation(hashlib: ModuleType) -> None:
    if not hasattr(hashlib, "pbkdf2_hmac"):
        hashlib.pbkdf2_hmac = pbkdf2_hmac  # type: ignore[attr-defined]


def _ask_in_the_open(getpass: ModuleType) -> None:
    """There is no terminal whose echo could be turned off, and CPython's way ends in an error."""

    def ask(prompt: str = "Password: ", stream: object = None, *, echo_char: str | None = None) -> str:
        """`input()`, with the signature of CPython's `getpass`."""
        return input(prompt)

    getpass.getpass = ask  # type: ignore[attr-defined]


def _stop_monitor(std: Any) -> None:
    """Progress bars are watched by a thread, and complain where none can be started."""
    std.tqdm.monitor_interval = 0


def _refresh_without_thread(live: Any) -> None:
    """Rich draws its bars and tables anew in a thread, unless it is told not to."""
    begin = live.Live.__init__

    @wraps(begin)
    def begin_without(self: Any, *parts: Any, **options: Any) -> None:
        begin(self, *parts, **options)
        self.auto_refresh = False

    live.Live.__init__ = begin_without


def _refresh_at_updates(progress: Any) -> None:
    """Without that thread a bar would show its end alone, so it is drawn when it has moved, ten times a second."""
    for name in ("update", "advance"):
        setattr(progress.Progress, name, _then_refreshed(getattr(progress.Progress, name)))


def _then_refreshed(change: Callable[..., None]) -> Callable[..., None]:
    @wraps(change)
    def change_and_show(self: Any, *parts: Any, **options: Any) -> None:
        change(self, *parts, **options)
        now = time.monotonic()
        if self.live.is_started and now - getattr(self, "_codeyard_shown", 0) > 0.1:
            self._codeyard_shown = now
            self.refresh()

    return change_and_show


def _find_no_threads(threadpoolctl: Any) -> None:
    """It looks for numeric libraries with threads; here it finds none, with a warning that no student can act on."""
    threadpoolctl.ThreadpoolController._find_libraries_pyodide = lambda _self: None
