"""The Python that runs in the browser is plain Python; its parts without a browser are tested right here."""

import sys
from pathlib import Path

import runtime_static

BROWSER_PYTHON = str(Path(runtime_static.__file__).parent / "static/runtime/py")
if BROWSER_PYTHON not in sys.path:
    sys.path.append(BROWSER_PYTHON)
