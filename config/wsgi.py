"""The WSGI application that gunicorn serves."""

import os

os.environ.setdefault("CODEYARD_MODE", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{os.environ['CODEYARD_MODE']}")

from config.postgres import keep_running_if_embedded

keep_running_if_embedded()

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
