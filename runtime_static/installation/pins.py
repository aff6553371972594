"""Reading a file of pinned requirements: name, version and the hashes that are accepted."""

import re
from dataclasses import dataclass
from pathlib import Path

_REQUIREMENT = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Pin:
    """One package, its only accepted version, and the sha256 of every file of it that is accepted."""

    name: str
    version: str
    hashes: frozenset[str]

    @property
    def requirement(self) -> str:
        """The line that pip understands."""
        hashes = " ".join(f"--hash=sha256:{digest}" for digest in sorted(self.hashes))
        return f"{self.name}=={self.version} {hashes}"


def read_pins(path: Path) -> list[Pin]:
    """The packages of a requirements file, by normalised name. Raises ValueError for one without a hash."""
    text = re.sub(r"\s*\\\n\s*", " ", path.read_text(encoding="utf-8"))
    pins = []
    for line in text.splitlines():
        found = _REQUIREMENT.match(line)
        if found is None:
            continue
        hashes = frozenset(_HASH.findall(line))
        if not hashes:
            raise ValueError(f"{path.name} pins {found[1]} without a hash.")
        pins.append(Pin(normal_name(found[1]), found[2], hashes))
    return pins


def normal_name(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
