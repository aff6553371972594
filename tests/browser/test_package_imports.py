"""Importing a package: what the student sees meanwhile, and that it is fetched once."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from tests.browser.workspace import Workspace
from tests.live import LiveSite

NUMPY = "import numpy as np\nprint(np.arange(4).sum())"


@contextmanager
def silent(site: LiveSite) -> Iterator[None]:
    """A server that answers nothing, as when the network is gone."""
    group = os.getpgid(site.process.pid)
    os.killpg(group, signal.SIGSTOP)
    try:
        yield
    finally:
        os.killpg(group, signal.SIGCONT)


def test_loading_of_a_package_is_shown_with_its_size(workspace: Workspace, live: LiveSite):
    workspace.wait_ready()

    workspace.write(NUMPY)
    workspace.wait_saved()

    with silent(live):
        workspace.start()
        words = workspace.page.get_by_text(re.compile(r"^Loading numpy \d\.\d MB$"))
        words.wait_for()
        assert workspace.run_status == "Loading packages"

    assert workspace.wait_ended() == "Finished"
    assert workspace.output == "6\n"


def test_package_is_there_again_without_a_network(workspace: Workspace, live: LiveSite):
    workspace.wait_ready()
    assert workspace.run(NUMPY) == "Finished"

    with silent(live):
        again = [workspace.run(), workspace.run()]

    assert again == ["Finished", "Finished"]
    assert workspace.output == "6\n"
