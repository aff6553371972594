"""The files that browsers load: the Python runtime in DATA_DIR/vendor, our own in DATA_DIR/static."""

import json

from config.paths import BASE_DIR, data_dir
from config.setup.node_packages import browser_package_files
from config.setup.python_packages import PYTHON, REQUIREMENTS
from config.setup.stamps import fingerprint, is_done, mark_done
from config.setup.steps import run_shown, run_step

MANAGE = BASE_DIR / "manage.py"
APPS = ("accounts", "assessment", "exercises", "projects", "runtime_static", "schools")


def prepare_runtime() -> None:
    """Install third-party browser code and the Python packages for the browser."""
    stamp = data_dir() / "stamps" / "runtime"
    installation = BASE_DIR / "runtime_static" / "installation"
    sources = [path for path in installation.rglob("*") if path.suffix in (".py", ".mjs")]
    runtime = BASE_DIR / "runtime_static" / "static" / "runtime"
    sources += [
        *(runtime / "py").rglob("*.py"),
        runtime / "worker" / "environment.js",
        runtime / "worker" / "snapshot.js",
    ]
    sources += [
        *(BASE_DIR / "projects" / "demo").rglob("*.py"),
        *(BASE_DIR / "runtime_static" / "support").glob("*.toml"),
    ]
    icons = BASE_DIR / "runtime_static" / "icons.py"
    inputs = fingerprint([*browser_package_files(), *sources, icons])
    if is_done(stamp, inputs) and (data_dir() / "vendor" / "manifest.json").exists():
        return
    run_shown(
        "Preparing Python for the browser",
        [PYTHON, MANAGE, "install_runtime"],
        failure="The browser's Python could not be prepared; the lines above say why.",
    )
    mark_done(stamp, inputs)


def missing_packages() -> list[str]:
    """One line for the person at the console when Python packages for the browser could not be installed, or none."""
    try:
        manifest = json.loads((data_dir() / "vendor" / "manifest.json").read_text(encoding="utf-8"))
        absent = [row["name"] for row in manifest["python_packages"] if not row["source"]]
    except (OSError, ValueError, KeyError):
        return []
    names = ", ".join(absent)
    return [f"  Not installed {names} (manage.py runtime_packages says why)"] if absent else []


def prepare_static() -> None:
    """Hash and compress our own static files."""
    stamp = data_dir() / "stamps" / "static"
    files = [file for app in APPS for file in (BASE_DIR / app / "static").rglob("*") if file.is_file()]
    inputs = fingerprint([*files, BASE_DIR / "runtime_static" / "storage.py", REQUIREMENTS])
    if is_done(stamp, inputs) and (data_dir() / "static" / "staticfiles.json").exists():
        return
    run_step(
        "Collecting static files",
        [PYTHON, MANAGE, "collectstatic", "--noinput", "--verbosity=0"],
        failure="The static files could not be collected; the lines above say why.",
    )
    mark_done(stamp, inputs)
