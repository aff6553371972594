"""One step after the other: the project put back, the code run, what was seen of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from codeyard_checks.observing import failures, modules
from codeyard_checks.observing.clock import Clock
from codeyard_checks.observing.evaluating import Evaluation
from codeyard_checks.observing.project import Project
from codeyard_checks.observing.streams import Streams
from codeyard_checks.observing.surroundings import Surroundings
from codeyard_checks.observing.watching import Watch

Seen = dict[str, Any]


class Runner:
    """Runs steps in the project's folder, `root`, whose program is `main`."""

    def __init__(self, root: str, main: str, steps: list[dict[str, Any]]) -> None:
        self.root = str(Path(root).resolve())
        self.main = main
        self.project = Project(self.root)
        self.surroundings = Surroundings(self.root)
        self.testing: Any = None
        if any(step["do"] == "unittest" for step in steps):
            from codeyard_checks.observing.testing import Testing  # few checks need it

            self.testing = Testing(self.root)

    def run(self, step: dict[str, Any]) -> Seen:
        """What was seen of a step, without `ms`."""
        seen: Seen = {"error": None, "exit": None}
        self.project.put_back(step.get("files") or [])
        modules.forget(self.root)
        self.surroundings.prepare(self.main)
        streams = Streams(step.get("stdin") or "")
        try:
            with streams, Clock(), Watch(step.get("watch") or [], self.project, streams) as watch:
                self._do(step, streams, seen)
                self._end(seen, streams)
                seen.update(self._found(watch, seen))
        finally:
            self.surroundings.put_back()
        transcript = streams.transcript
        return {
            "transcript": transcript.since(0),
            **seen,
            "cut": transcript.cut,
            "missing_input": transcript.missing_input,
        }

    def _do(self, step: dict[str, Any], streams: Streams, seen: Seen) -> None:
        def body() -> None:
            match step["do"]:
                case "program":
                    modules.run_main(self.root, self.main)
                case "evaluate":
                    guarded = self._guarded_call
                    seen["values"] = Evaluation(step, self.root, streams.transcript, guarded).run()
                case "unittest":
                    seen["tests"] = self.testing.run(step["file"], step["source"])

        self._guarded(body, seen, streams)

    def _end(self, seen: Seen, streams: Streams) -> None:
        self._guarded(self.surroundings.run_exits, seen, streams)
        self._guarded(streams.flush, seen, streams)

    def _found(self, watch: Watch, seen: Seen) -> Seen:
        try:
            return watch.found()
        except Exception as error:
            seen["error"] = seen["error"] or failures.described(error, self.root)
            return {}

    def _guarded(self, body: Callable[[], None], seen: Seen, streams: Streams) -> None:
        """Call something of the student's; the first error is what is told."""
        try:
            body()
        except SystemExit as end:
            seen["exit"] = _exit_code(end, streams)
        except BaseException as error:
            seen["error"] = seen["error"] or failures.described(error, self.root)

    def _guarded_call(self, body: Callable[[], Any]) -> Seen | None:
        try:
            body()
        except BaseException as error:
            return failures.described(error, self.root)
        return None


def _exit_code(end: SystemExit, streams: Streams) -> int:
    """CPython prints what `sys.exit` is given, unless it is a number or nothing."""
    if end.code is None:
        return 0
    if isinstance(end.code, int):
        return int.__int__(end.code) & 0xFF
    try:
        streams.stderr.write(f"{end.code}\n")
    except BaseException:
        return 1
    return 1
