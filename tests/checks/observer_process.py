"""Fresh Pythons that observe the steps of a request, as workers do in the browser.

`python -I observer_process.py TURTLE ENGINE` starts one that waits. Each line that it reads names a request's folder,
in which stand `request.json` and the pipe `reports`; a copy of the process (a fork, ready at once) works it off.
Each report is a line of JSON, `[step id, text]`; the first is `["pid", number]`.
"""

import importlib
import json
import os
import signal
import sys

PRELOADED = ("asyncio", "codeyard.errors", "codeyard_checks.observing.testing")


def main() -> None:
    turtle, engine = sys.argv[1:]
    sys.path.insert(0, turtle)
    sys.path.append(engine)
    for name in PRELOADED:
        importlib.import_module(name)
    observe = importlib.import_module("codeyard_checks.observing").observe
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if os.fork() == 0:
            work_off(line.rstrip("\n"), observe)
            os._exit(0)


def work_off(folder: str, observe) -> None:
    """Observe what a folder's request asks for."""
    target = os.open(f"{folder}/reports", os.O_WRONLY)
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)

    def report(step: str, text: str, dumps=json.dumps, write=os.write) -> None:
        rest = f"{dumps([step, text])}\n".encode()
        while rest:
            rest = rest[write(target, rest) :]

    report("pid", str(os.getpid()))
    with open(f"{folder}/request.json", encoding="utf-8") as file:  # noqa: PTH123 -- as the rest of this module
        request = file.read()
    observe(request, report, lambda: False)


if __name__ == "__main__":
    main()
