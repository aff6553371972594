"""A fresh CPython that observes the steps of a request, as a worker does in the browser.

`python -I observer_process.py ENGINE REQUEST DESCRIPTOR`: each report is a line of JSON, `[step id, text]`.
"""

import json
import os
import sys

if __name__ == "__main__":
    engine, request_path, descriptor = sys.argv[1:]
    sys.path.append(engine)
    with open(request_path, encoding="utf-8") as file:  # noqa: PTH123 -- as little as possible is imported
        request = file.read()

    from codeyard_checks.observing import observe

    def report(step: str, text: str, dumps=json.dumps, write=os.write, target=int(descriptor)) -> None:
        rest = f"{dumps([step, text])}\n".encode()
        while rest:
            rest = rest[write(target, rest) :]

    observe(request, report, lambda: False)
