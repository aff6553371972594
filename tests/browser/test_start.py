"""How Python starts: what travels, the snapshot, and the part of the standard library that comes on demand."""

from playwright.sync_api import Frame, Page

from tests.browser.workspace import Workspace, wait_until

SNAPSHOT_LOADED = """() => performance.getEntriesByType("resource").some(
  (entry) => entry.name.includes("/python-snapshot.") && entry.responseEnd > 0)"""
HOW_STARTED = """
import sys
print("snapshot" if "sqlite3" in sys.modules else "plain")
import random
print(random.random())
import asyncio, functools
asyncio.run(asyncio.sleep(0.01))
await asyncio.sleep(0.01)
depth = functools.lru_cache(None)(lambda n: n and depth(n - 1) + 1)
print(depth(400))
"""
ON_DEMAND = """
import wave
import email.mime.text
import xml.dom.minidom
import logging.handlers
print("ä".encode("cp1252"), xml.dom.minidom.parseString("<a/>").documentElement.tagName)
print(wave.__file__)
"""


def run_frame(page: Page) -> Frame:
    """The frame of the run origin."""
    return next(frame for frame in page.frames if "//run." in frame.url)


def test_library_comes_when_it_is_imported(workspace: Workspace) -> None:
    workspace.run(ON_DEMAND)

    assert "b'\\xe4' a" in workspace.output
    assert "/lib/python314-library.zip/wave.pyc" in workspace.output


def test_second_start_is_from_the_snapshot_with_other_random_numbers(workspace: Workspace) -> None:
    """The first start must not wait for the snapshot; it comes afterwards, for the next one. Python can be suspended
    in it, and calls may go as deep as in a plain start."""
    workspace.wait_ready()
    wait_until(
        lambda: bool(run_frame(workspace.page).evaluate(SNAPSHOT_LOADED)),
        seconds=60,
        what="the snapshot in the cache",
    )
    outputs = []
    for _ in range(2):
        workspace.page.reload()
        workspace.wait_ready()
        workspace.run(HOW_STARTED)
        outputs.append(workspace.output.split())

    assert [(words[0], words[2]) for words in outputs] == [("snapshot", "400"), ("snapshot", "400")]
    assert outputs[0][1] != outputs[1][1]
