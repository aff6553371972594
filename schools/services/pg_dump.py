"""Finding a pg_dump that is new enough for the server."""

import re
import subprocess
from functools import cache
from pathlib import Path

from django.conf import settings


@cache
def find_pg_dump(server_major: int) -> Path | None:
    """A pg_dump of the server's major version or a newer one, None where there is none.

    The candidates are `settings.PG_DUMP_CANDIDATES`, tried in their order.
    """
    for program in settings.PG_DUMP_CANDIDATES:
        if _major(program) >= server_major:
            return program
    return None


def _major(program: Path) -> int:
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    match = re.search(r"(\d+)", answer)
    return int(match[1]) if match else 0
