"""A student of north with a project, the saving API as her browser speaks to it, and a package index for a test."""

from pathlib import Path

import pytest

from accounts.models import User
from projects.models import Project
from projects.requirements import locking
from schools.models import School
from tests import factories
from tests.projects.api import Workspace
from tests.projects.packages import make_runtime


@pytest.fixture
def owner(school: School) -> User:
    """A student of north."""
    return factories.student()


@pytest.fixture
def project(owner: User) -> Project:
    """Her project, with one file."""
    return factories.project(owner)


@pytest.fixture
def workspace(owner: User, project: Project) -> Workspace:
    """Her browser at that project."""
    return Workspace(owner, project)


@pytest.fixture
def index(tmp_path: Path, settings) -> Path:
    """An empty folder that is the package index; `tables` (compiled) and `colours` (pure) come with the server."""
    folder = tmp_path / "index"
    folder.mkdir()
    settings.PYTHON_PACKAGE_INDEX = str(folder)
    settings.PACKAGE_INSTALLS = True
    settings.DATA_DIR = tmp_path / "data"
    settings.VENDOR_ROOT = tmp_path / "vendor"
    make_runtime(
        tmp_path / "vendor",
        {"tables": ("2.4.3", False, ()), "colours": ("1.5", True, ()), "sums": ("3.0", False, ("tables",))},
    )
    locking._remembered.clear()
    return folder
