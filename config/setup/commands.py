"""The commands behind the Makefile's targets, each a list of steps that skip what is already done."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable

from config.paths import BASE_DIR, data_dir
from config.setup.steps import SetupError, run_step, say


def main(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    name, *rest = arguments or ["run"]
    if name not in COMMANDS:
        say(f"There is no command {name!r}. There are: {', '.join(COMMANDS)}.")
        return 2
    try:
        return _in_venv(name, rest)
    except SetupError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _in_venv(name: str, rest: list[str]) -> int:
    """Prepare Python, and go on in `.venv` when this is another Python."""
    from config.setup.python_packages import PYTHON, is_inside_venv, prepare_python
    from config.setup.serving import check_port_is_free

    mode, development, command = COMMANDS[name]
    os.environ.setdefault("CODEYARD_MODE", mode)
    if name in ("run", "serve"):
        check_port_is_free()
    with _one_at_a_time():
        prepare_python(development=development)
    if not is_inside_venv():
        sys.stdout.flush()
        os.execv(PYTHON, [str(PYTHON), "-m", "config.setup", name, *rest])  # noqa: S606
    return command(rest)


class _one_at_a_time:  # noqa: N801 (used like a function)
    """Two set-ups in one clone wait for each other."""

    def __enter__(self) -> None:
        self._folder = os.open(BASE_DIR, os.O_RDONLY)
        fcntl.flock(self._folder, fcntl.LOCK_EX)

    def __exit__(self, *error: object) -> None:
        os.close(self._folder)


def run(arguments: list[str]) -> int:
    """Development on this machine: everything, with the demo school."""
    from config.setup.browser_files import missing_packages
    from config.setup.serving import demo_lines, serve

    _prepare(development=False)
    _migrate()
    _manage("make_demo_school", title="Making sure of the demo school")
    return serve([*demo_lines(), *missing_packages()])


def serve_production(arguments: list[str]) -> int:
    """Production settings, for a reverse proxy with TLS."""
    from config.setup.browser_files import missing_packages
    from config.setup.serving import production_lines, serve

    _prepare(development=False)
    _migrate()
    return serve([*production_lines(), *missing_packages()])


def install(arguments: list[str]) -> int:
    """Everything that needs a network, without a database: for an image."""
    _prepare(development=False)
    return 0


def prepare(arguments: list[str]) -> int:
    """Install and migrate, without serving: what an upgrade needs."""
    _prepare(development=False)
    _migrate()
    return 0


def test(arguments: list[str]) -> int:
    """Everything that is checked; further arguments go to pytest."""
    from config.setup.browsers import prepare_browsers
    from config.setup.checks import LINTS, TYPES, browser_unit_tests, run_checks, run_pytest

    _prepare(development=True)
    prepare_browsers()
    failed = run_checks({**LINTS, **TYPES, **browser_unit_tests()})
    return run_pytest(failed, arguments) or (1 if failed else 0)


def lint(arguments: list[str]) -> int:
    """Style and the import arrows."""
    from config.setup.checks import LINTS, run_checks

    _prepare_tools()
    return 1 if run_checks(LINTS) else 0


def types(arguments: list[str]) -> int:
    """Types of Python and JavaScript."""
    from config.setup.checks import TYPES, run_checks

    _prepare_tools()
    return 1 if run_checks(TYPES) else 0


def bench(arguments: list[str]) -> int:
    """Every benchmark, one after the other; or those that are named."""
    _prepare(development=True)
    folder = BASE_DIR / "bench"
    files = [file.stem for file in sorted(folder.glob("*.py")) if "__main__" in file.read_text()]
    packages = [file.parent.name for file in sorted(folder.glob("*/__main__.py"))]
    names = arguments or [*files, *packages]
    codes = [
        subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=BASE_DIR).returncode for name in names
    ]
    return max(codes)


def lock(arguments: list[str]) -> int:
    """Pin every Python package again, with hashes, from the *.in files."""
    python = sys.executable
    run_step("Installing uv", [python, "-m", "pip", "install", "uv"], failure="uv could not be installed.")
    for name in ("requirements", "requirements-dev", "requirements-node"):
        compile_ = [python, "-m", "uv", "pip", "compile", "--generate-hashes", "--no-header", "--universal"]
        target = ["--python-version", "3.11", f"{name}.in", "--output-file", f"{name}.txt", "--upgrade"]
        run_step(f"Pinning {name}", [*compile_, *target], failure=f"{name}.in could not be resolved.")
    browser = [
        python,
        "-m",
        "uv",
        "pip",
        "compile",
        "--generate-hashes",
        "--no-header",
        "--no-deps",
        "--upgrade",
    ]
    browser += [
        "--python-version",
        "3.14",
        "requirements-browser.in",
        "--output-file",
        "requirements-browser.txt",
    ]
    run_step(
        "Pinning requirements-browser", browser, failure="requirements-browser.in could not be resolved."
    )
    return 0


def _prepare(*, development: bool) -> None:
    from config.setup.browser_files import prepare_runtime, prepare_static
    from config.setup.node_packages import prepare_node

    data_dir().mkdir(parents=True, exist_ok=True, mode=0o700)
    with _one_at_a_time():
        prepare_node(development=development)
        prepare_runtime()
        prepare_static()


def _prepare_tools() -> None:
    from config.setup.node_packages import prepare_node

    with _one_at_a_time():
        prepare_node(development=True)


def _migrate() -> None:
    """Start the embedded PostgreSQL for the rest of this process, and bring every schema up to date."""
    from config.postgres import start_if_embedded
    from config.postgres.errors import EmbeddedPostgresError

    say("Starting the database …")
    try:
        start_if_embedded()
    except EmbeddedPostgresError as error:
        raise SetupError(str(error)) from None
    _manage("migrate_schools", title="Checking the database")


def _manage(*arguments: str, title: str) -> None:
    from config.setup.browser_files import MANAGE

    run_step(
        title, [sys.executable, MANAGE, *arguments], failure=f"{title}: it failed; the lines above say why."
    )


COMMANDS: dict[str, tuple[str, bool, Callable[[list[str]], int]]] = {
    "run": ("development", False, run),
    "serve": ("production", False, serve_production),
    "install": ("production", False, install),
    "prepare": ("production", False, prepare),
    "test": ("development", True, test),
    "lint": ("development", True, lint),
    "types": ("development", True, types),
    "bench": ("development", True, bench),
    "lock": ("development", True, lock),
}
