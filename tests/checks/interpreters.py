"""The engine as a page drives it, under CPython: plan, observe in a fresh process, judge.

`check(document, files)` gives the verdicts on a student's files, `record(document)` what the solution did.
"""

import atexit
import base64
import contextlib
import importlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from runtime_static.installation.turtle_wheel import WINDOW, WRAPPER, machine_turtle
from tests.checks.conftest import BROWSER_PYTHON

Data = dict[str, Any]
PROCESS = Path(__file__).with_name("observer_process.py")
PYTHON = os.environ.get("CHECKS_PYTHON") or sys.executable  # another one may have matplotlib and Pillow
GRACE = 20.0  # seconds for a process to start on a busy machine
BLOCK = 1 << 16


def check(
    document: Data,
    files: list[Data],
    checks: list[str] | None = None,
    *,
    recorded: Data | None = None,
    person: str = "",
    seed: str | None = None,
) -> list[Data]:
    """The verdicts on a student's files, in the order of the checks. With a seed the solution runs beside them."""
    wanted = checks if checks is not None else [one["id"] for one in document["checks"]]
    about = {
        "document": document,
        "checks": wanted,
        "recorded": recorded or {},
        "person": person,
        "seed": seed,
    }
    plan = ask("plan", **about)
    observations = observe(document, files, plan["steps"])
    reference = observe(document, solution(document), plan["steps"]) if seed is not None else None
    about.pop("checks")
    return [
        ask("judge", **about, check=one, files=files, observations=observations, reference=reference)
        for one in wanted
    ]


def shrunk(document: Data, files: list[Data], check_id: str, seed: str, rounds: int = 30) -> Data:
    """The verdict on a random check, with the smallest failing input that could be found."""
    told = check(document, files, [check_id], seed=seed)[0]
    for _ in range(rounds):
        if told["state"] == "passed" or not told["failing"]:
            break
        steps = ask("shrink", document=document, check=check_id, failing=told["failing"])["steps"]
        seen, reference = (observe(document, one, steps) for one in (files, solution(document)))
        smaller = ask(
            "judge",
            document=document,
            check=check_id,
            files=files,
            seed=seed,
            steps=steps,
            observations=seen,
            reference=reference,
        )
        if not steps or smaller["state"] != told["state"]:
            break
        told = smaller
    return told


def record(document: Data, seed: str = "recorded") -> Data:
    """`{"recorded": …, "problems": …}` of a document's solution."""
    everything = [one["id"] for one in document["checks"]]
    plan = ask("plan", document=document, checks=everything, recorded={}, person="", seed=seed)
    observations = observe(document, solution(document), plan["steps"])
    answer = ask("record", document=document, observations=observations, seed=seed)
    return {"recorded": answer["recorded"], "problems": {**plan["problems"], **answer["problems"]}}


def ask(do: str, **fields: Any) -> Data:
    """One request to the judge."""
    judging = importlib.import_module("codeyard_checks.judging")
    return json.loads(judging.answer(json.dumps({"do": do, **fields})))


def solution(document: Data) -> list[Data]:
    """The solution laid over the starter files."""
    files = {file["path"]: file for file in [*document.get("starter", []), *document.get("solution", [])]}
    return list(files.values())


def observe(document: Data, files: list[Data], steps: list[Data]) -> Data:
    """What fresh processes saw of each step: one for all, and one for those that bring the tests along.

    A step that took too long ends those behind it, as in a page.
    """
    groups = [[step for step in steps if (step["do"] == "unittest") is tests] for tests in (False, True)]
    return {
        name: seen for group in groups if group for name, seen in _observe(document, files, group).items()
    }


def _observe(document: Data, files: list[Data], steps: list[Data]) -> Data:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        for file in files:
            place = root / file["path"]
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file["text"].encode() if "text" in file else base64.b64decode(file["base64"]))
        root.mkdir(exist_ok=True)
        main = document.get("main") or "main.py"
        request = json.dumps({"root": str(root), "main": main, "steps": steps})
        Path(folder, "request.json").write_text(request)
        return _observations(Path(folder), steps)


def _observations(folder: Path, steps: list[Data]) -> Data:
    os.mkfifo(folder / "reports")
    source = os.open(folder / "reports", os.O_RDONLY | os.O_NONBLOCK)
    waiting = _waiting()
    assert waiting.stdin is not None
    waiting.stdin.write(f"{folder}\n")
    waiting.stdin.flush()
    lines = Lines(source)
    process = 0
    try:
        _, number = json.loads(lines.next(time.monotonic() + GRACE) or "")
        process = int(number)
        return _collected(lines, steps)
    finally:
        if process:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        os.close(source)


@cache
def _waiting() -> subprocess.Popen[str]:
    """A Python that waits for requests, one for this whole process."""
    command = [PYTHON, "-I", "-B", str(PROCESS), str(_turtle()), BROWSER_PYTHON]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=_errors(), text=True
    )
    atexit.register(process.wait)
    atexit.register(process.stdin.close)  # type: ignore[union-attr]
    return process


@cache
def _turtle() -> Path:
    """A folder with turtle as the browser has it: our window, and this machine's own turtle.py in it."""
    folder = Path(tempfile.mkdtemp(prefix="turtle-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "turtle.py").write_bytes((WINDOW / WRAPPER).read_bytes())
    source = machine_turtle()
    if source is not None:
        (folder / "_cpython_turtle.py").write_bytes(source.read_bytes())
    return folder


def _errors() -> int | None:
    """Where Python's own complaints go: `CHECKS_VERBOSE=1` shows them."""
    return None if os.environ.get("CHECKS_VERBOSE") else subprocess.DEVNULL


def _collected(lines: "Lines", steps: list[Data]) -> Data:
    seen: Data = {}
    open_steps = {step["id"]: step for step in steps}
    running: str | None = None
    deadline = time.monotonic() + GRACE
    while open_steps:
        line = lines.next(deadline)
        if not line:
            if running is not None:
                seen[running] = {"timed_out": True} if line is None else {"lost": True}
            break
        step, text = json.loads(line)
        if step not in open_steps:
            continue
        if json.loads(text) == {"began": True}:
            running = step
            deadline = time.monotonic() + open_steps[step]["seconds"]
        else:
            seen[step] = text
            running = None if running == step else running
            open_steps.pop(step)
            deadline = time.monotonic() + GRACE
    return {**{step["id"]: {"not_run": True} for step in steps}, **seen}


class Lines:
    """Lines out of a pipe, as they come."""

    def __init__(self, source: int) -> None:
        self.source = source
        self.rest = b""
        self.has_writer = False

    def next(self, deadline: float) -> str | None:
        """The next line; None when the deadline has passed, and "" when nobody writes any more."""
        while b"\n" not in self.rest:
            ready, _, _ = select.select([self.source], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                return None
            block = self._read()
            if not block and self.has_writer:
                return ""
            if not block:
                time.sleep(0.001)  # the other side has not opened it yet
                if time.monotonic() > deadline:
                    return None
            self.has_writer = self.has_writer or bool(block)
            self.rest += block
        line, _, self.rest = self.rest.partition(b"\n")
        return line.decode()

    def _read(self) -> bytes:
        try:
            return os.read(self.source, BLOCK)
        except BlockingIOError:
            return b""
