"""Serving in the foreground: gunicorn, a wait until it answers, the addresses, and an orderly end."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from config.paths import BASE_DIR, data_dir
from config.setup.steps import SetupError, say

SECONDS_TO_START = 60
SECONDS_TO_STOP = 30
PR_SET_PDEATHSIG = 1


def port() -> int:
    """PORT, 8000 when unset. Raises SetupError when it is no port."""
    text = os.environ.get("PORT") or "8000"
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise SetupError(f"PORT is {text!r}; it must be a number from 1 to 65535.")
    return int(text)


def check_port_is_free() -> None:
    """Raises SetupError when somebody listens on the port, or when this person may not."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port()))
        except PermissionError:
            raise SetupError(
                f"Port {port()} is for root only. Choose another one: make run PORT=8000"
            ) from None
        except OSError:
            raise SetupError(
                f"Port {port()} is in use. Stop what uses it, or choose another one: make run PORT={port() + 1}"
            ) from None


def serve(last_lines: list[str]) -> int:
    """Run gunicorn until it is told to stop, and give its exit code. Prints `last_lines` once the port answers."""
    _end_with_parent()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", BASE_DIR / "config" / "gunicorn.py", "config.wsgi"],
        cwd=BASE_DIR,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C reaches us alone, and we end it in order
    )
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: _stop(server))
    try:
        _wait_until_it_answers(server)
        for line in last_lines:
            say(line)
        return _exit_code(server.wait())
    finally:
        _stop(server)
        _wait_for_end(server)


def demo_lines() -> list[str]:
    """The addresses and the demo log-ins."""
    suffix = f"localhost:{port()}"
    password = Path(data_dir() / "demo-password.txt")
    shown = os.environ.get("DEMO_PASSWORD") or (password.read_text().strip() if password.exists() else "")
    return [
        "",
        "Codeyard is ready. Ctrl+C stops it.",
        "",
        f"  Public site   http://{suffix}/",
        f"  Demo school   http://demo.{suffix}/",
        "  Sign in as    student, student2, teacher, teacher2 or admin",
        f"  Password      {shown}",
    ]


def production_lines() -> list[str]:
    """Where the reverse proxy finds the server."""
    domain = os.environ.get("BASE_DOMAIN") or "localhost"
    bind = os.environ.get("BIND") or f"127.0.0.1:{port()}"
    return [
        "",
        f"Codeyard serves {domain} in production mode on {bind}, for a reverse proxy with TLS. Ctrl+C stops it.",
    ]


def _end_with_parent() -> None:
    """On Linux, be told to stop when `make` is killed, so that nothing is left running."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def _wait_until_it_answers(server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        if _answers():
            return
        time.sleep(0.1)
    if server.poll() is None or server.returncode > 0:
        raise SetupError("The server did not start; the lines above say why.")


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port()}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError as error:
        return error.code == 200
    except OSError:
        return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()


def _wait_for_end(server: subprocess.Popen[bytes]) -> None:
    try:
        server.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)


def _exit_code(code: int) -> int:
    """0 for a server that was asked to stop."""
    return 0 if code in (0, -signal.SIGTERM, -signal.SIGINT) else abs(code)
