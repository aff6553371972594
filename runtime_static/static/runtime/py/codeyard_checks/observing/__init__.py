"""The student's side: runs what a step asks for, and says what it saw. It knows inputs, never what is expected."""

import json
import time
from collections.abc import Callable

from codeyard_checks.observing.steps import Runner

_dumps, _loads, _clock = json.dumps, json.loads, time.perf_counter


def observe(request: str, report: Callable[[str, str], None], stopped: Callable[[], bool]) -> None:
    """Run the steps of a request one after the other, and call `report(step id, JSON)` as each begins and ends.

    `request` is JSON: `{"root": "/project", "main": path, "steps": [STEP]}`. It ends early, without a report, as soon
    as `stopped()` says so. What student code does to this interpreter can spoil its own observations only.
    """
    dumps, clock, encoder = _dumps, _clock, json.JSONEncoder
    asked = _loads(request)
    runner = Runner(asked["root"], asked["main"], asked["steps"])
    for step in asked["steps"]:
        if stopped():
            return
        report(step["id"], '{"began": true}')
        began = clock()
        seen = runner.run(step)
        if stopped():
            return
        seen["ms"] = round((clock() - began) * 1000, 1)
        report(step["id"], dumps(seen, cls=encoder))
