"""The check engine runs in the browser and under CPython; here it is tested under CPython."""

import sys
from pathlib import Path

import runtime_static

BROWSER_PYTHON = str(Path(runtime_static.__file__).parent / "static/runtime/py")
if BROWSER_PYTHON not in sys.path:
    sys.path.append(BROWSER_PYTHON)
