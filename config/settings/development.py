"""On one's own machine: plain http on localhost, a demo school, otherwise as in production."""

import os

os.environ.setdefault("SCHEME", "http")
os.environ.setdefault("PORT_SUFFIX", f":{os.environ.get('PORT', '8000')}")

from config.settings.base import *  # noqa: F403
from config.settings.base import env

MODE = "development"
DEBUG = env.bool("DEBUG", default=False)
SESSION_COOKIE_NAME = "session"
CSRF_COOKIE_NAME = "csrftoken"
