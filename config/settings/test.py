"""For the test session: development's hosts, folders of its own, cheap passwords. Started by `tests/session.py`."""

import os

os.environ.setdefault("SCHEME", "http")
os.environ.setdefault("PORT_SUFFIX", f":{os.environ['PORT']}" if "PORT" in os.environ else "")

from config.settings.base import *  # noqa: F403
from config.settings.base import DATA_DIR

MODE = "test"
SESSION_COOKIE_NAME = "session"
CSRF_COOKIE_NAME = "csrftoken"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", "accounts.hashers.CodeHasher"]
# STATIC_ROOT and VENDOR_ROOT stay those of the set-up: tests are served the files that people are.
DATA_DIR = DATA_DIR / "test"
