"""Everything that changes projects and files. Nothing else saves."""

from projects.services.files import delete_file, rename_file, save_file
from projects.services.projects import (
    add_project,
    change_main_path,
    delete_project,
    duplicate_project,
    rename_project,
    restore_project,
)

__all__ = [
    "add_project",
    "change_main_path",
    "delete_file",
    "delete_project",
    "duplicate_project",
    "rename_file",
    "rename_project",
    "restore_project",
    "save_file",
]
