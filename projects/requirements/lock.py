"""`requirements.lock`: what a project runs with, as a plain file of the project that pip can read too.

It comes back from the browser, where anybody may have written into it, so every line is checked. The browser reads the
same lines in `projects/requirements.js`; both are tested with the cases in `tests/projects/requirements.json`.
"""

import re
from dataclasses import dataclass

HEAD = (
    "# Made by Codeyard from requirements.txt: the exact packages that this project runs with.\n"
    "# Keep it with the project, and the same versions come back. Change requirements.txt, not this file.\n"
)
LARGEST = 200_000
MADE_FROM = re.compile(r"# requirements: ([0-9a-f]{64})")
RUNTIME = re.compile(r"# runtime: ([A-Za-z0-9][A-Za-z0-9 .+-]{0,60})")
NAME = r"([a-z0-9]+(?:-[a-z0-9]+)*)==([A-Za-z0-9][A-Za-z0-9.!+_-]{0,60})"
WHEEL = re.compile(NAME + r" --hash=sha256:([0-9a-f]{64})  # ([0-9]{1,9}) bytes")
SERVED = re.compile(NAME + r"  # from this server")


@dataclass(frozen=True, slots=True)
class LockedPackage:
    """A package that the server brings."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class LockedWheel(LockedPackage):
    """A wheel of the store. `size` is in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Lock:
    """What stands in the file. `made_from` is the fingerprint of the requirements."""

    made_from: str
    runtime: str
    wheels: tuple[LockedWheel, ...] = ()
    served: tuple[LockedPackage, ...] = ()

    @property
    def versions(self) -> dict[str, str]:
        """Every package's version."""
        return {package.name: package.version for package in (*self.served, *self.wheels)}


def write_lock(lock: Lock) -> str:
    """The file."""
    lines = [
        *(
            (wheel.name, f"{wheel.name}=={wheel.version} --hash=sha256:{wheel.sha256}  # {wheel.size} bytes")
            for wheel in lock.wheels
        ),
        *(
            (package.name, f"{package.name}=={package.version}  # from this server")
            for package in lock.served
        ),
    ]
    body = "".join(f"{line}\n" for _, line in sorted(lines))
    return f"{HEAD}# requirements: {lock.made_from}\n# runtime: {lock.runtime}\n{body}"


def read_lock(text: str) -> Lock | None:
    """What `write_lock` wrote, or None for anything else."""
    if len(text) > LARGEST:
        return None
    lines = text.replace("\r\n", "\n").split("\n")
    wheels = [LockedWheel(m[1], m[2], m[3], int(m[4])) for m in map(WHEEL.fullmatch, lines) if m]
    served = [LockedPackage(m[1], m[2]) for m in map(SERVED.fullmatch, lines) if m]
    made_from = next((m[1] for m in map(MADE_FROM.fullmatch, lines) if m), "")
    runtime = next((m[1] for m in map(RUNTIME.fullmatch, lines) if m), "")
    others = [line for line in lines if line and not line.startswith("#")]
    names = {package.name for package in (*wheels, *served)}
    if not made_from or not runtime or len(names) != len(others) or len(names) != len(wheels) + len(served):
        return None
    return Lock(made_from, runtime, tuple(wheels), tuple(served))
