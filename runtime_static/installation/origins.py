"""Which source each file of a folder came from, so that the table of packages can say it years later."""

import json
from pathlib import Path

from runtime_static.installation.publish import write_file

FILE = ".sources.json"


class Origins:
    """Names of sources by file name, kept beside the files."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        try:
            self.names = dict(json.loads(self.path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            self.names = {}

    def of(self, file_name: str) -> str:
        """The source of a file that is there."""
        return str(self.names.get(file_name, "installed before"))

    def note(self, file_name: str, source: str) -> None:
        """Write it down at once: a broken run must not forget."""
        self.names[file_name] = source
        write_file(self.path, json.dumps(self.names, sort_keys=True).encode())
