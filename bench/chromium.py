"""The browser that measurements are taken in: the machine's own Chromium, with nothing going on behind."""

from playwright.sync_api import Browser, Playwright

from config.setup.browsers import find_chromium
from tests.chromium import ARGUMENTS


def launch(playwright: Playwright) -> Browser:
    """Start Chromium. Raises FileNotFoundError when there is none."""
    program = find_chromium()
    if program is None:
        raise FileNotFoundError("Chromium is not installed. Install it, or name it in CHROMIUM.")
    return playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
