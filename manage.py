#!/usr/bin/env python
"""Django's command line, with the embedded PostgreSQL started first where no DATABASE_URL is set."""

import os
import sys

NEEDS_NO_DATABASE = {
    "check",
    "collectstatic",
    "install_runtime",
    "help",
    "--help",
    "version",
    "--version",
    "makemessages",
}


def main() -> None:
    mode = os.environ.setdefault("CODEYARD_MODE", "production")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{mode}")
    from django.core.management import execute_from_command_line

    if not NEEDS_NO_DATABASE.intersection(sys.argv[1:2]):
        from config.postgres import start_if_embedded
        from config.postgres.errors import EmbeddedPostgresError

        try:
            start_if_embedded()
        except EmbeddedPostgresError as error:
            sys.exit(str(error))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
