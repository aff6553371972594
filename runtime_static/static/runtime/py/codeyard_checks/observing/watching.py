"""What a step is watched for: files that it writes."""

from typing import Any

from codeyard_checks.observing.project import Project
from codeyard_checks.observing.streams import Streams


class Watch:
    """Looks on while a step runs, and says afterwards what it found. `wanted` as in a STEP's `watch`."""

    def __init__(self, wanted: list[str], project: Project, streams: Streams) -> None:
        self.wanted = wanted
        self.project = project
        self.streams = streams

    def __enter__(self) -> "Watch":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def found(self) -> dict[str, Any]:
        """The parts of the observation that were asked for."""
        paths = [word.removeprefix("file:") for word in self.wanted if word.startswith("file:")]
        return {"files": {path: self.project.read(path) for path in paths}} if paths else {}
