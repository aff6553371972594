"""Node.js, which only the set-up uses, and the browser's packages from npm."""

import os
import shutil
from pathlib import Path

from config.paths import BASE_DIR
from config.setup.python_packages import VENV, install_requirements
from config.setup.stamps import fingerprint, is_done, mark_done
from config.setup.steps import run_step
from runtime_static.installation.node import is_new_enough

STAMP = BASE_DIR / "node_modules" / ".installed"
LOCK = BASE_DIR / "package-lock.json"


def prepare_node(*, development: bool) -> None:
    """Put Node.js on PATH for the steps to come, and fill node_modules from package-lock.json."""
    if not _system_node_is_new_enough():
        install_requirements(BASE_DIR / "requirements-node.txt", "Installing Node.js into .venv")
        os.environ["PATH"] = f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}"
    inputs = fingerprint([LOCK, BASE_DIR / "package.json"])
    if is_done(STAMP, f"{inputs} with tools") or (not development and is_done(STAMP, inputs)):
        return
    omit = [] if development else ["--omit=dev"]
    run_step(
        "Installing browser packages from npm",
        ["npm", "ci", *omit, "--ignore-scripts", "--no-audit", "--no-fund"],
        failure="The browser packages could not be installed; the lines above say why. The first time needs a network.",
    )
    mark_done(STAMP, f"{inputs} with tools" if development else inputs)


def _system_node_is_new_enough() -> bool:
    node = shutil.which("node")
    return node is not None and shutil.which("npm") is not None and is_new_enough(node)


def browser_package_files() -> list[Path]:
    """What decides which third-party code the browser gets."""
    lists = ("package.json", "requirements-runtime.txt", "requirements-browser.txt")
    return [LOCK, *(BASE_DIR / name for name in lists)]
