"""The engine as a page drives it, under CPython: plan, observe in a fresh process, judge.

`check(document, files)` gives the verdicts on a student's files, `record(document)` what the solution did.
"""

import base64
import importlib
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.checks.conftest import BROWSER_PYTHON

Data = dict[str, Any]
PROCESS = Path(__file__).with_name("observer_process.py")
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
    """What a fresh process saw of each step; a step that took too long ends them all, as in a page."""
    if not steps:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        for file in files:
            place = root / file["path"]
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file["text"].encode() if "text" in file else base64.b64decode(file["base64"]))
        root.mkdir(exist_ok=True)
        request = Path(folder, "request.json")
        main = document.get("main") or "main.py"
        request.write_text(json.dumps({"root": str(root), "main": main, "steps": steps}))
        return _observations(request, root, steps)


def _observations(request: Path, root: Path, steps: list[Data]) -> Data:
    source, target = os.pipe()
    command = [sys.executable, "-I", "-B", str(PROCESS), BROWSER_PYTHON, str(request), str(target)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=root, stdin=quiet, stdout=quiet, stderr=_errors(), pass_fds=[target]
    ) as process:
        os.close(target)
        try:
            return _collected(source, steps)
        finally:
            process.kill()
            os.close(source)


def _errors() -> int | None:
    """Where Python's own complaints go: `CHECKS_VERBOSE=1` shows them."""
    return None if os.environ.get("CHECKS_VERBOSE") else subprocess.DEVNULL


def _collected(source: int, steps: list[Data]) -> Data:
    seen: Data = {}
    open_steps = {step["id"]: step for step in steps}
    running: str | None = None
    deadline = time.monotonic() + GRACE
    lines = _lines(source)
    while open_steps:
        line = lines.send(deadline) if running is not None or seen else _first(lines, deadline)
        if line is None or line == "":
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


def _first(lines: Any, deadline: float) -> str | None:
    next(lines, None)
    return lines.send(deadline)


def _lines(source: int) -> Iterator[str | None]:
    """A coroutine: sent a deadline, it gives the next line; None when that has passed, "" at the end."""
    waiting = b""
    deadline = yield None
    while True:
        while b"\n" not in waiting:
            ready, _, _ = select.select([source], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                deadline = yield None
                continue
            block = os.read(source, BLOCK)
            if not block:
                while True:
                    yield ""
            waiting += block
        line, _, waiting = waiting.partition(b"\n")
        deadline = yield line.decode()
