"""Folders, known before the settings are read: the embedded PostgreSQL starts first."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[1]


def data_dir() -> Path:
    """Where all that the program writes lives: DATA_DIR, or `var/` in the project."""
    return Path(os.environ.get("DATA_DIR") or BASE_DIR / "var").resolve()
