"""The virtual environment and its packages, every one checked against its hash."""

import subprocess
import sys
from pathlib import Path

from config.paths import BASE_DIR
from config.setup.stamps import fingerprint, is_done, mark_done
from config.setup.steps import SetupError, run_step

VENV = BASE_DIR / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = BASE_DIR / "requirements.txt"
DEVELOPMENT = BASE_DIR / "requirements-dev.txt"
NO_NETWORK = (
    "The Python packages could not be installed; the lines above say why. A network is needed the first time."
)


def prepare_python(*, development: bool) -> None:
    """Make `.venv` when it is missing or broken and install what requirements.txt names."""
    _make_venv()
    install_requirements(REQUIREMENTS, "Installing Python packages")
    if development:
        install_requirements(DEVELOPMENT, "Installing packages for tests", REQUIREMENTS)


def install_requirements(file: Path, title: str, *before: Path) -> None:
    """Install a file of pinned packages unless that was done; `before` are files that must stay satisfied."""
    stamp = VENV / f"installed-{file.stem}"
    inputs = fingerprint([file, *before], sys.version)
    if is_done(stamp, inputs):
        return
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    run_step(title, [*command, "-r", file], failure=NO_NETWORK)
    mark_done(stamp, inputs)


def is_inside_venv() -> bool:
    """Whether this process runs on the clone's own Python."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def _make_venv() -> None:
    if _works():
        return
    arguments: list[str | Path] = [sys.executable, "-m", "venv", "--clear", VENV]
    run_step(
        "Making a virtual environment",
        arguments,
        failure="Python cannot make virtual environments here. On Debian or Ubuntu: apt install python3-venv",
    )
    if not _works():
        raise SetupError(
            f"The virtual environment in {VENV} does not work. Remove that folder and try again."
        )


def _works() -> bool:
    """Whether `.venv` has a Python that runs, with pip; a moved or half-made folder has none."""
    if not PYTHON.exists():
        return False
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", probe], capture_output=True, check=False).returncode == 0
