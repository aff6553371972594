"""A PostgreSQL of a bench's own behind Django, as durable as a real one."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def link_files(folder: Path) -> None:
    """Give a temporary DATA_DIR the browser runtime and the static files of the real one."""
    real = Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()
    for name in ("vendor", "static"):
        (folder / name).symlink_to(real / name)


def prepare(folder: Path) -> None:
    """An empty database behind Django, in a folder of its own."""
    link_files(folder)
    os.environ |= {"DATA_DIR": str(folder), "CODEYARD_MODE": "development"}
    os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings.development"}
    os.environ.pop("DATABASE_URL", None)
    import django
    from django.core.management import call_command

    from config.postgres import start_if_embedded

    start_if_embedded()
    django.setup()
    call_command("migrate_schemas", shared=True, verbosity=0, interactive=False)
