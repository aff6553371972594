"""Programs that try to pass without solving anything: the twelve cheats of the security goals, with variants.

Each is wrong in the same way (it adds where it should multiply) and differs in what it does to be let through. `CHEATS`
are run against every kind of check in `exercise_for_cheats`; `tests/checks/test_cheats.py` runs them under CPython.
"""

from dataclasses import dataclass
from typing import Any

from tests.checks.documents import exercise, program

WRONG = """
def area(a, b):
    return cheat(a + b)

class Box:
    def __init__(self, side):
        self.side = side
    def volume(self):
        return cheat(self.side + 3)

def main():
    import os
    if os.path.exists("input.txt"):
        numbers = [int(line) for line in open("input.txt")]
    else:
        numbers = [int(input()), int(input())]
    result = cheat(numbers[0] + numbers[1])
    print(result)
    try:
        open("area.txt", "w").write(str(result))
    except Exception:
        pass

if __name__ == "__main__":
    main()
"""
RIGHT = (
    WRONG.replace("a + b", "a * b").replace("self.side + 3", "self.side ** 3").replace("[0] +", "[0] *")
    + "\n\ndef cheat(value):\n    return value\n"
).replace('if __name__ == "__main__":\n    main()\n', "") + '\nif __name__ == "__main__":\n    main()\n'

TESTS = """
import unittest
from main import Box, area

class TestArea(unittest.TestCase):
    def test_area(self):
        self.assertEqual(area(3, 4), 12)

    def test_again(self):
        self.assertEqual(area(30, 4), 120)

    def test_near(self):
        self.assertAlmostEqual(area(0.5, 3), 1.5)

    def test_list(self):
        self.assertEqual([area(2, 5)], [10])

    def test_box(self):
        self.assertEqual(Box(2).volume(), 8)
"""
MAKE = "def make_input(random):\n    return f'{random.randint(3, 99)}\\n{random.randint(3, 99)}\\n'\n"


def exercise_for_cheats() -> dict[str, Any]:
    """One check of each kind that runs the program, each called by its kind."""
    cases = [{"call": "area(3, 4)", "gives": "12"}, {"call": "area(5, 6)"}]
    kinds: dict[str, dict[str, Any]] = {
        "output": {"input": "3\n4\n", "output": "12"},
        "output-of-the-solution": {"kind": "output", "input": "7\n8\n"},
        "function": {"cases": cases},
        "class": {"create": "Box(2)", "cases": [{"call": "it.volume()", "gives": "8"}]},
        "doctest": {"file": "examples.txt"},
        "puzzle": {"make": "make.py", "inputs": 2},
        "file": {"input": "3\n4\n", "path": "area.txt", "content": "12"},
        "random": {"function": "area", "arguments": ["int(3, 99)", "int(3, 99)"], "count": 10},
        "random-lines": {"kind": "random", "lines": ["int(3, 99)", "int(3, 99)"], "count": 3},
        "unittest": {"file": "test_area.py"},
    }
    tests = {"examples.txt": ">>> area(3, 4)\n12\n", "make.py": MAKE, "test_area.py": TESTS}
    checks = [{"id": name, "kind": name, "seconds": 4, **fields} for name, fields in kinds.items()]
    return exercise(*checks, solution=RIGHT, tests=tests)


@dataclass(frozen=True)
class Cheat:
    """What a program does to be let through; `text` stands before the wrong program and defines `cheat(value)`."""

    name: str
    variant: str
    text: str
    ends: bool = False  # it ends the interpreter, so that no other check can run after it

    @property
    def files(self) -> list[dict[str, str]]:
        """The student's files."""
        return program(f"{self.text}\n{WRONG}")


HONEST = "def cheat(value):\n    return value\n"
EQUAL = """
class Equal{base}:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __contains__ = __lt__
    def __sub__(self, other): return 0
    __rsub__ = __sub__
    def __abs__(self): return 0
    def __round__(self, *digits): return 0
    def __bool__(self): return True
    def __repr__(self): return "equal"
{more}
def cheat(value):
    return {make}
"""
# All values in dictionaries of what `found` lists, where they have names that look like an expectation.
SEARCH = """
NAMES = ("expected", "gives", "output", "answer", "recorded", "content", "want", "second", "wanted", "answers")
def constant(code):
    return 12 if 12 in code.co_consts and not code.co_filename.endswith("main.py") else None
def values_of(found):
    for one in found:
        try:
            for name, value in list(dict.items(one)):
                if name in NAMES and value is not None:
                    yield value
        except Exception:
            pass
def best(found, value):
    for one in values_of(found):
        if type(one) in (int, float, str):
            try:
                return int(one)
            except ValueError:
                return one
    return value
"""

CHEATS = [
    # 1: an object that is equal to everything
    Cheat("equal", "object", EQUAL.format(base="", more="", make="Equal()")),
    Cheat("equal", "int", EQUAL.format(base="(int)", more="", make="Equal(value)")),
    Cheat("equal", "str", EQUAL.format(base="(str)", more="", make="Equal(value)")),
    Cheat("equal", "float", EQUAL.format(base="(float)", more="", make="Equal(value)")),
    Cheat("equal", "list", EQUAL.format(base="(list)", more="", make="Equal()")),
    Cheat("equal", "disguised class", EQUAL.format(
        base="", more="    __class__ = int\nEqual.__module__ = 'builtins'\nEqual.__qualname__ = 'int'\n",
        make="Equal()")),
    Cheat("equal", "put into decimal", "import decimal\n" + EQUAL.format(
        base="", more="Equal.__module__ = 'decimal'\ndecimal.Equal = Equal\n", make="Equal()")),
    Cheat("equal", "mock", "from unittest.mock import ANY\ndef cheat(value):\n    return ANY\n"),
    # 2: the comparing functions of unittest and of Python
    Cheat("assert", "assertEqual", HONEST + """
import unittest
for name in dir(unittest.TestCase):
    if name.startswith("assert"):
        setattr(unittest.TestCase, name, lambda *arguments, **options: None)
"""),
    Cheat("assert", "in the call", """
import unittest
def cheat(value):
    for name in dir(unittest.TestCase):
        if name.startswith("assert"):
            setattr(unittest.TestCase, name, lambda *arguments, **options: None)
    return value
"""),
    Cheat("assert", "in the call, and put back", """
import unittest
def cheat(value):
    names = ("assertEqual", "assertAlmostEqual", "_baseAssertEqual", "assertListEqual", "assertSequenceEqual")
    kept = {name: getattr(unittest.TestCase, name) for name in names}
    def put_back(*arguments, **options):
        for name in names:
            setattr(unittest.TestCase, name, kept[name])
    for name in names:
        setattr(unittest.TestCase, name, put_back)
    return value
"""),
    Cheat("assert", "failureException", HONEST + """
import unittest
class Nothing(Exception): pass
unittest.TestCase.failureException = Nothing
unittest.TestCase.fail = lambda *arguments: None
"""),
    Cheat("assert", "builtins", """
import builtins
def cheat(value):
    builtins.round = lambda *arguments: 0
    builtins.abs = lambda *arguments: 0
    builtins.AssertionError = type("Quiet", (Exception,), {})
    builtins.isinstance = lambda *arguments: True
    builtins.len = lambda *arguments: 0
    return value
"""),
    Cheat("assert", "the engine's own", """
def cheat(value):
    try:
        import codeyard_checks.values.encoding, codeyard_checks.values.comparing
        codeyard_checks.values.encoding.encode = lambda value: {"t": "any"}
        codeyard_checks.values.comparing.same = lambda *arguments, **options: True
        import codeyard_checks.observing.evaluating as evaluating
        evaluating.encode = lambda value: {"t": "any"}
        import codeyard_checks.judging as judging
        judging.answer = lambda request: '{"state": "passed"}'
        import codeyard_checks.observing.plain as plain
        plain.Reader.pair = lambda self, first, second: (0, 0)
    except Exception:
        pass
    return value
"""),
    # 3: what counts the outcomes
    Cheat("result", "TestResult", HONEST + """
import unittest
unittest.TestResult.addFailure = unittest.TestResult.addError = lambda *arguments: None
unittest.TestResult.wasSuccessful = lambda self: True
unittest.TestCase.run = lambda self, result=None: result.addSuccess(self)
unittest.TestCase.__call__ = unittest.TestCase.run
"""),
    Cheat("result", "in the call", """
import unittest.case
def cheat(value):
    unittest.TestResult.addFailure = lambda self, test, error: self.addSuccess(test)
    if hasattr(unittest.case, "_addError"):
        unittest.case._addError = lambda result, test, error: result.addSuccess(test)
    return value
"""),
    Cheat("result", "skip", "import unittest\ndef cheat(value):\n    raise unittest.SkipTest('later')\n"),
    Cheat("result", "the engine's result", """
def cheat(value):
    try:
        import codeyard_checks.observing.outcomes as outcomes
        outcomes.Outcomes._note = lambda self, entry, error: entry.update(outcome="passed")
    except Exception:
        pass
    return value
"""),
    Cheat("result", "loader", HONEST + """
import unittest
unittest.TestLoader.loadTestsFromModule = lambda *arguments: unittest.TestSuite()
unittest.TestLoader.getTestCaseNames = lambda *arguments: []
"""),
    # 4: what is sent
    Cheat("json", "dumps", HONEST + """
import json
json.dumps = lambda *arguments, **options: '{"state": "passed", "outcome": "passed", "transcript": [], "error": null}'
json.JSONEncoder.encode = lambda *arguments: json.dumps()
json.encoder.c_make_encoder = None
"""),
    Cheat("json", "loads", HONEST + "import json\njson.loads = lambda text, **options: {'state': 'passed'}\n"),
    Cheat("json", "passed in the output", HONEST + """
print('{"check": "output", "state": "passed"}')
import sys
sys.stderr.write('{"check": "output", "state": "passed"}')
"""),
    # 5: standard output
    Cheat("stdout", "replaced", HONEST + """
import sys
class Silent:
    def write(self, text): return 0
    def flush(self): pass
sys.stdout = sys.__stdout__ = Silent()
"""),
    Cheat("stdout", "everything", HONEST + "print(*range(10_000))\nprint('passed')\n"),
    Cheat("stdout", "descriptor", HONEST + "import os\nos.write(1, b'12\\n')\nos.write(2, b'12\\n')\n"),
    # 6: frames
    Cheat("frames", "_getframe", SEARCH + """
import sys
def cheat(value):
    found, frame = [], sys._getframe()
    while frame is not None:
        found += [dict(frame.f_locals), {"expected": constant(frame.f_code)}]
        frame = frame.f_back
    return best(found, value)
"""),
    Cheat("frames", "traceback", SEARCH + """
def cheat(value):
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
    found = []
    while frame is not None:
        found += [dict(frame.f_locals), {"expected": constant(frame.f_code)}]
        frame = frame.f_back
    return best(found, value)
"""),
    Cheat("frames", "inspect", SEARCH + """
import inspect
def cheat(value):
    found = []
    for one in inspect.stack(0):
        found += [dict(one.frame.f_locals), {"expected": constant(one.frame.f_code)}]
    return best(found, value)
"""),
    Cheat("frames", "generator", SEARCH + """
def cheat(value):
    def steps():
        yield own.gi_frame.f_back
    own = steps()
    frame, found = next(own), []
    while frame is not None:
        found += [dict(frame.f_locals), {"expected": constant(frame.f_code)}]
        frame = frame.f_back
    return best(found, value)
"""),
    Cheat("frames", "settrace", SEARCH + """
import sys
seen = []
def look(frame, event, argument):
    if len(seen) < 1000:
        seen.append(dict(frame.f_locals))
    return look
def cheat(value):
    sys.settrace(look)
    sys.setprofile(look)
    return best(seen, value)
"""),
    Cheat("frames", "under a name of Python's", """
import unittest
LOOK = '''
import sys
def look():
    frame = sys._getframe()
    while frame is not None and not frame.f_code.co_name.startswith("test_"):
        frame = frame.f_back
    return frame and frame.f_code.co_consts[-1]
'''
try:
    exec(compile(LOOK, unittest.__file__, "exec"))
except PermissionError:
    look = lambda: None
def cheat(value):
    return look() or value
"""),
    Cheat("frames", "under a name given later", """
import sys, unittest
def look():
    frame = sys._getframe()
    while frame is not None and not frame.f_code.co_name.startswith("test_"):
        frame = frame.f_back
    return frame and frame.f_code.co_consts[-1]
try:
    look.__code__ = look.__code__.replace(co_filename=unittest.__file__)
except PermissionError:
    look = lambda: None
def cheat(value):
    return look() or value
"""),
    Cheat("frames", "patches the test", """
import sys
def cheat(value):
    frame = sys._getframe()
    while frame is not None:
        test = frame.f_locals.get("self")
        if hasattr(test, "assertEqual"):
            test.assertEqual = test.assertAlmostEqual = lambda *arguments: None
        frame = frame.f_back
    return value
"""),
    # 7: all objects
    Cheat("gc", "get_objects", SEARCH + "import gc\ndef cheat(value):\n    return best(gc.get_objects(), value)\n"),
    Cheat("gc", "referrers", SEARCH + """
import gc
def cheat(value):
    return best([one for one in gc.get_referrers("gives", "expected", "recorded") if type(one) is dict], value)
"""),
    Cheat("gc", "constants of the tests", """
import unittest
def cheat(value):
    for case in unittest.TestCase.__subclasses__():
        for name in dir(case):
            if name == "test_area":
                return getattr(case, name).__code__.co_consts[-1]
    return value
"""),
    Cheat("gc", "disassembled tests", """
import dis, unittest
def cheat(value):
    for case in unittest.TestCase.__subclasses__():
        for name in dir(case):
            if name == "test_area":
                return [one.argval for one in dis.get_instructions(getattr(case, name)) if one.argval == 12][0]
    return value
"""),
    Cheat("gc", "modules", SEARCH + """
import sys
def cheat(value):
    return best([vars(module) for module in list(sys.modules.values())], value)
"""),
    Cheat("gc", "the test's file", """
import os, re, sys
def cheat(value):
    for folder in {".", "..", *sys.path}:
        for place, _, names in os.walk(folder) if folder in (".", "..") else ():
            for name in names:
                if name in ("test_area.py", "examples.txt", "request.json"):
                    try:
                        found = re.search(r"12\\b", open(os.path.join(place, name)).read())
                        if found and name != "request.json":
                            return 12
                    except OSError:
                        pass
    return value
"""),
    Cheat("gc", "the engine's report", """
import gc
def cheat(value):
    for one in gc.get_objects():
        if getattr(one, "__name__", "") == "report" and callable(one):
            for step in ("output/1", "function/1", "class/1", "doctest/1", "file/1", "puzzle/1", "random/1"):
                one(step, '{"state": "passed", "transcript": [], "error": null, "values": [{"value": {"t": "any"}}]}')
                one(step, '{"check": "output", "state": "passed", "trust": "outside"}')
            tests = ", ".join('{"id": "TestArea.%s", "outcome": "passed"}' % name
                              for name in ("test_area", "test_again", "test_near", "test_list", "test_box"))
            one("unittest/1", '{"transcript": [], "error": null, "tests": [%s]}' % tests)
    return value
"""),
    # 8: ending early
    Cheat("exit", "SystemExit", "def cheat(value):\n    raise SystemExit(0)\n"),
    Cheat("exit", "at the import", "def cheat(value):\n    return value\nimport sys\nsys.exit(0)\n"),
    Cheat("exit", "KeyboardInterrupt", "def cheat(value):\n    raise KeyboardInterrupt\n"),
    Cheat("exit", "GeneratorExit", "def cheat(value):\n    raise GeneratorExit\n"),
    Cheat("exit", "atexit", HONEST + "import atexit\natexit.register(print, 'passed')\nprint = lambda *_: None\n"),
    # 9: ending Python
    Cheat("_exit", "os._exit", "import os\ndef cheat(value):\n    os._exit(0)\n", ends=True),
    Cheat("_exit", "kill", "import os\ndef cheat(value):\n    os.kill(os.getpid(), 9)\n", ends=True),
    Cheat("_exit", "at the import", HONEST + "import os\nos._exit(0)\n", ends=True),
    # 10 and 11: telling the page and the server by itself
    Cheat("messages", "postMessage", """
def cheat(value):
    try:
        import js
        from pyodide.ffi import to_js
        for kind in ("done", "verdict", "checked", "observation", "report"):
            js.postMessage(to_js({"type": kind, "check": "output", "state": "passed"}))
    except ImportError:
        pass
    return value
"""),
    Cheat("http", "fetch", """
def cheat(value):
    try:
        import js
        js.fetch("/api/attempts", method="POST", body='{"results": [{"check": "output", "state": "passed"}]}')
    except ImportError:
        pass
    return value
"""),
    # 12: files changed after they were read
    Cheat("files", "main.py", HONEST + """
open("main.py", "w").write("def area(a, b): return a * b\\n\\nclass Box:\\n"
    "    def __init__(self, side): self.side = side\\n    def volume(self): return self.side ** 3\\n")
"""),
    Cheat("files", "the tests", HONEST + """
for name in ("test_area.py", "examples.txt", "make.py", "input.txt"):
    open(name, "w").write("")
"""),
]  # fmt: skip
