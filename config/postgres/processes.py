"""Whether a process is what a file says it is."""

import os
import subprocess
from pathlib import Path


def is_server_of(data: Path, pid: int) -> bool:
    """Whether process `pid` is a server over the folder `data`; a dead one's number may be anybody's by now."""
    try:
        arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return not Path("/proc/self").exists() and str(data) in _command_line(pid)
    return os.fsencode(data) in arguments


def _command_line(pid: int) -> str:
    """For machines without /proc."""
    asked = subprocess.run(
        ["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return asked.stdout
