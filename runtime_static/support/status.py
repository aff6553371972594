"""How far a module, a package or a kind of lesson works, in the words that teachers read."""

from enum import StrEnum
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["ok", "warn", "danger"]


class Status(StrEnum):
    """What a row of the data may say, and `MISSING`, which only this server's own state can say."""

    WORKS = "works"
    VIRTUAL = "virtual"
    CORS = "cors"
    LIMITED = "limited"
    UNAVAILABLE = "unavailable"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """Such as `Works`."""
        return _LABELS[self]

    @property
    def tone(self) -> Tone:
        """For a `.chip`; it repeats what the label says."""
        return _TONES[self]

    @property
    def usable(self) -> bool:
        """Whether a lesson can be built on it, perhaps with limits."""
        return self not in (Status.UNAVAILABLE, Status.MISSING)


_LABELS = {
    Status.WORKS: "Works",
    Status.VIRTUAL: "Works on project files",
    Status.CORS: "Some servers only",
    Status.LIMITED: "Limited",
    Status.UNAVAILABLE: "Not available",
    Status.MISSING: "Not installed on this server",
}
_TONES: dict[Status, Tone] = {
    Status.WORKS: "ok",
    Status.VIRTUAL: "ok",
    Status.CORS: "warn",
    Status.LIMITED: "warn",
    Status.UNAVAILABLE: "danger",
    Status.MISSING: "danger",
}
