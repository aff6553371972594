"""requirements.txt in the browser: looked up by the server, locked, installed, and explained when it cannot be."""

from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from config.paths import data_dir
from projects.models import Project, ProjectFile
from projects.requirements.lock import read_lock
from projects.services import add_project
from tests import factories
from tests.browser.conftest import Watch
from tests.browser.sessions import enter, open_ready
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite
from tests.projects.packages import make_wheel

SECONDS_TO_RUN = 90
PROGRAM = """
import importlib.metadata
import {module}
print({module}.greet("Ada"), importlib.metadata.version("{name}"))
"""


@pytest.fixture
def name() -> str:
    """A package that no other test knows, on the index of the live server in two versions."""
    return f"greeter-{uuid4().hex[:8]}"


@pytest.fixture
def index(name: str) -> Path:
    """The folder that the live server asks."""
    folder = data_dir() / "test" / "package-index"
    words = f"words-{name}"
    module = words.replace("-", "_")
    make_wheel(folder, words, "1.0", {f"{module}.py": "HELLO = 'Hello'\n"})
    code = f"from {module} import HELLO\n\ndef greet(name):\n    return HELLO + ' ' + name\n"
    make_wheel(folder, name, "1.0", {f"{name.replace('-', '_')}/__init__.py": code}, needs=[words])
    return folder


@pytest.fixture
def project(owner: User, name: str, index: Path) -> Project:
    """Her project, which names the package."""
    module = name.replace("-", "_")
    program = PROGRAM.format(module=module, name=name)
    files = {"main.py": program.encode(), "requirements.txt": f"{name}  # says hello\n".encode()}
    return add_project(owner=owner, name="Greetings", files=files)


def run(workspace: Workspace) -> str:
    """Run to the end; gives the status and what the console shows, on one line."""
    status = workspace.run(seconds=SECONDS_TO_RUN)
    return f"{status}: {' '.join(workspace.output.split())}"


def requests_to(page: Page, part: str) -> list[str]:
    """Collects the addresses with this part that the page and its frames ask for from now on."""
    seen: list[str] = []
    page.context.on("request", lambda request: seen.append(request.url) if part in request.url else None)
    return seen


def write_file(workspace: Workspace, name: str, text: str) -> None:
    """Open a file and replace its text."""
    workspace.file(name).click()
    tab = workspace.page.get_by_role("tab", name=name, selected=True)
    wait_until(lambda: tab.count() == 1, seconds=10, what=f"{name} in the editor")
    workspace.write(text)


def test_packages_are_looked_up_locked_and_come_back_in_the_same_version(
    workspace: Workspace, page: Page, project: Project, name: str, index: Path, live: LiveSite, watch: Watch
):
    look_ups = requests_to(page, f"/projects/{project.pk}/packages/")

    assert run(workspace) == "Finished: Hello Ada 1.0"
    wait_until(lambda: workspace.has_file("requirements.lock"), seconds=10, what="the lock in the file panel")
    workspace.wait_saved()
    saved = ProjectFile.objects.get(project=project, path="requirements.lock")
    lock = read_lock(bytes(saved.content).decode())
    assert lock
    assert lock.versions == {name: "1.0", f"words-{name}": "1.0"}

    make_wheel(index, name, "2.0", {f"{name.replace('-', '_')}.py": "def greet(name): return 'Newer'\n"})
    page.reload()
    workspace.wait_open()
    assert run(workspace) == "Finished: Hello Ada 1.0"
    assert run(workspace) == "Finished: Hello Ada 1.0"
    assert len(look_ups) == 2, "one look-up, and one question after the reload whether the wheels are there"

    write_file(workspace, "requirements.txt", f"{name}>=2")
    assert run(workspace) == "Finished: Newer 2.0"
    assert len(look_ups) == 3
    assert watch.third_parties == set()
    assert watch.exceptions == []


def test_a_locked_project_runs_without_a_network(workspace: Workspace, page: Page, context: BrowserContext):
    assert run(workspace) == "Finished: Hello Ada 1.0"
    workspace.wait_saved()

    context.set_offline(True)
    try:
        assert run(workspace) == "Finished: Hello Ada 1.0"
    finally:
        context.set_offline(False)


def test_what_cannot_work_is_one_sentence_and_nothing_runs(workspace: Workspace, index: Path, name: str):
    make_wheel(index, f"fast-{name}", tag="cp314-cp314-manylinux_2_28_x86_64")
    cases = {
        "nmupy": "There is no package named nmupy on the package index. Did you mean numpy?",
        f"fast-{name}": f"fast-{name} has no pure-Python wheel, and this server does not bring it compiled",
        "--index-url https://evil.example": "is an option of pip, and options do not work here",
        "import cowsay": "has too many words: write only the name of the package, cowsay.",
    }

    for requirements, sentence in cases.items():
        write_file(workspace, "requirements.txt", requirements)
        told = run(workspace)
        assert told.startswith("Failed: ")
        assert sentence in told
        assert "Hello" not in told
    assert not workspace.has_file("requirements.lock")

    write_file(workspace, "requirements.txt", name)
    assert run(workspace) == "Finished: Hello Ada 1.0"


def test_a_teacher_runs_it_with_the_packages_of_its_owner(
    workspace: Workspace, context: BrowserContext, owner: User, project: Project, live: LiveSite
):
    teacher = factories.teacher(f"teacher-{uuid4().hex[:8]}")
    factories.classroom(teacher, owner)
    enter(context, live, teacher)
    page = context.new_page()
    hers = open_ready(page, live, project.pk)
    assert "its owner has to run it once" in run(hers)
    enter(context, live, owner)
    assert run(workspace) == "Finished: Hello Ada 1.0"
    workspace.wait_saved()

    enter(context, live, teacher)
    hers = open_ready(page, live, project.pk)

    assert run(hers) == "Finished: Hello Ada 1.0"


def test_stop_ends_the_waiting_for_packages(workspace: Workspace, page: Page, project: Project):
    page.route(f"**/projects/{project.pk}/packages/", lambda route: None)  # never answered

    workspace.start()
    wait_until(lambda: workspace.run_status == "Loading packages", seconds=30, what="Loading packages")
    workspace.stop_button.click()

    assert workspace.wait_ended() == "Stopped"
    assert "The program was stopped." in workspace.output
    assert not workspace.has_file("requirements.lock")
