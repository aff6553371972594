"""Checks of what a program prints, of calls, of objects and of how it is written: run and judged."""

import pytest

from tests.checks.documents import exercise, program
from tests.checks.interpreters import ask, check, record

ADD = "a = int(input('a? '))\nb = int(input('b? '))\nprint('Sum:', a + b)\n"


def verdict(definition, text, solution="", **options):
    document = exercise(definition, solution=solution)
    return check(document, program(text), **options)[0]


@pytest.mark.parametrize(
    ("definition", "text", "state"),
    [
        ({"output": "Sum: 7\n"}, ADD, "passed"),
        ({"output": "Sum: 7"}, ADD, "passed"),
        ({"output": "Sum: 7", "match": "exact"}, ADD, "failed"),
        ({"output": "Sum: 7\n", "match": "exact"}, ADD, "passed"),
        ({"output": "a? b? Sum: 7", "prompts": "count"}, ADD, "passed"),
        ({"output": "sum: 7"}, ADD, "failed"),
        ({"output": "sum: 7", "ignore_case": True}, ADD, "passed"),
        ({"output": "Sum:\n7", "ignore_space": True}, ADD, "passed"),
        ({"output": "7", "match": "contains"}, ADD, "passed"),
        ({"output": r"Sum:\s+\d$", "match": "pattern"}, ADD, "passed"),
        ({"output": "Sum: 7.004", "tolerance": 0.01}, ADD, "passed"),
        ({"output": "Sum: 7.04", "tolerance": 0.01}, ADD, "failed"),
        ({"output": "Sum: 7", "input": "3\n"}, ADD, "error"),
        ({"output": "[", "match": "pattern"}, ADD, "error"),
        ({"output": "Sum: 7"}, "print('Sum:', 7)\nimport sys\nsys.exit(3)", "passed"),
        ({"output": "Sum: 7"}, "print('Sum:', 7)\n1 / 0", "error"),
        ({"output": "Sum: 7"}, "import sys\nprint('Sum:', sum(map(int, sys.stdin)))", "passed"),
        ({"output": "Sum: 7"}, "import sys\nsys.stdout.buffer.write(b'Sum: 7')", "passed"),
        ({"output": "Sum: 7"}, "import asyncio\nawait asyncio.sleep(0)\nprint('Sum: 7')", "passed"),
        ({"output": "Sum: 7"}, "import time\ntime.sleep(1000)\nprint('Sum: 7')", "passed"),
        ({"output": "Sum: 7"}, "import atexit\natexit.register(print, 'Sum: 7')", "passed"),
        ({"output": "Sum: 7"}, "while True: print('Sum: 7')", "error"),
        ({"output": "Sum: 7"}, "def f(): f()\nf()", "error"),
        ({"output": "Sum: 7"}, "print('Sum: 7'", "error"),
    ],
)
def test_output(definition, text, state):
    assert verdict({"kind": "output", "input": "3\n4\n", **definition}, text)["state"] == state


@pytest.mark.parametrize(
    ("expected", "printed", "summary"),
    [
        ("15", "12", "Your program printed 12, but 15 was expected."),
        (
            "Hello",
            "hello",
            "Your program printed hello, but Hello was expected: capital and small letters count.",
        ),
        ("1\n2\n3", "1\n5\n3", "Line 2 is 5, but 2 was expected."),
        ("1\n2\n3", "1\n2", "A line is missing at the end."),
        ("1", "1\n2\n3", "There are 2 lines too many at the end."),
        ("1", "", "Your program printed nothing."),
    ],
)
def test_a_summary_says_what_is_different(expected, printed, summary):
    assert verdict({"kind": "output", "output": expected}, f"print({printed!r})")["summary"] == summary


def test_a_difference_shows_what_is_missing_and_what_is_extra():
    told = verdict({"kind": "output", "output": "total 12 euros"}, "print('total 15 euros')")

    assert told["difference"] == [["same", "total 1"], ["missing", "2"], ["extra", "5"], ["same", " euros"]]


def test_a_program_that_does_not_end_ends_the_checks():
    document = exercise(*[{"kind": "output", "output": "1", "seconds": 1}] * 2)

    first, second = check(document, program("while True: pass"))

    assert first["summary"] == "It did not end within 1 second. Is there a loop that never stops?"
    assert second["summary"] == "It was not run, because an earlier check did not end."


@pytest.mark.parametrize(
    ("case", "state"),
    [
        ({"call": "double(4)", "gives": "8"}, "passed"),
        ({"call": "double(4)", "gives": "8.0"}, "passed"),
        ({"call": "double(4)", "gives": "9"}, "failed"),
        ({"call": "double('a')", "gives": "'aa'"}, "passed"),
        ({"call": "double({})", "raises": "TypeError"}, "passed"),
        ({"call": "double({})", "raises": "Exception"}, "passed"),
        ({"call": "double({})", "raises": "ValueError"}, "failed"),
        ({"call": "double({})", "raises": "TypeError: unsupported"}, "passed"),
        ({"call": "double({})", "raises": "TypeError: no such words"}, "failed"),
        ({"call": "double(3)", "raises": "TypeError"}, "failed"),
        ({"call": "double({})", "gives": "{}"}, "error"),
        ({"call": "treble(3)", "gives": "9"}, "error"),
        ({"call": "show(3)", "prints": "3"}, "passed"),
        ({"call": "show(3)", "prints": "4"}, "failed"),
        ({"call": "show(3)", "gives": "3"}, "failed"),
        ({"call": "xs = [1]\nxs.append(2)\nxs", "gives": "[1, 2]"}, "passed"),
        ({"call": "double(4)", "gives": "eight"}, "error"),
    ],
)
def test_function(case, state):
    source = "def double(x):\n    return x * 2\ndef show(x):\n    print(x)\n"

    assert verdict({"kind": "function", "cases": [case]}, source)["state"] == state


BOX = "class Box:\n    def __init__(self, n):\n        self.n = n\n    def grow(self, by):\n        self.n += by\n"


def test_class_makes_its_calls_on_one_object():
    cases = [{"call": "it.grow(2)"}, {"call": "it.grow(3)"}, {"call": "it.n", "gives": "6"}]
    definition = {"kind": "class", "create": "Box(1)", "cases": cases}
    document = exercise(definition, solution=BOX)

    recorded = record(document)
    right = check(document, program(BOX), recorded=recorded["recorded"])[0]
    wrong = check(document, program(BOX.replace("+=", "=")), recorded=recorded["recorded"])[0]

    assert recorded["problems"] == {}
    assert right["state"] == "passed"
    assert wrong["summary"] == "it.n gave 3, but 6 was expected."
    assert wrong["debug"]["code"].endswith("it.grow(2)\nit.grow(3)\nprint(it.n)")


def test_the_solution_decides_where_the_check_does_not_say():
    solution = "n = int(input())\nprint(n * n)\ndef half(x):\n    return x / 2\n"
    document = exercise(
        {"kind": "output", "input": "12\n"},
        {"kind": "function", "input": "1\n", "cases": [{"call": "half(3)"}, {"call": "half('')"}]},
        solution=solution,
    )
    wrong = program(solution.replace("n * n", "n + n").replace("x / 2", "x // 2"))

    kept = record(document)["recorded"]

    assert [one["state"] for one in check(document, program(solution), recorded=kept)] == ["passed", "passed"]
    assert [one["state"] for one in check(document, wrong, recorded=kept)] == ["failed", "failed"]
    assert [one["state"] for one in check(document, wrong, seed="x")] == ["failed", "failed"]
    assert [one["state"] for one in check(document, program(solution))] == ["error", "error"]


@pytest.mark.parametrize(
    ("show", "given", "expected"), [("all", "3\n", "9"), ("input", "3\n", ""), ("verdict", "", "")]
)
def test_a_verdict_shows_what_the_check_means_to_show(show, given, expected):
    definition = {"kind": "output", "input": "3\n", "output": "9", "show": show, "message": "Square it."}

    told = verdict(definition, "print(int(input()) * 2)")

    assert (told["given"], told["expected"]) == (given, expected)
    said = {name: value for name, value in told.items() if name != "ms"}
    assert ("9" in str(said)) == (show == "all")
    assert (told["debug"] is None) == (show == "verdict")
    assert told["message"] == "Square it."


@pytest.mark.parametrize(
    ("definition", "text"),
    [
        ({"kind": "function", "cases": [{"call": "f(4711)", "gives": "1"}]}, "def f(x): return 2"),
        ({"kind": "function", "cases": [{"call": "f(4711)", "gives": "1"}]}, "def f(x): return x.no"),
        ({"kind": "function", "cases": [{"call": "f(4711", "gives": "1"}]}, "def f(x): return x"),
        ({"kind": "function", "cases": [{"call": "f(1)", "gives": "4711 x"}]}, "def f(x): return x"),
        ({"kind": "output", "input": "4711\n", "output": "4711"}, "print(input() * 2 + '?')"),
        ({"kind": "output", "input": "4711\n", "output": "4711"}, "1 / 0"),
    ],
)
def test_a_check_that_shows_its_verdict_alone_tells_no_input(definition, text):
    told = verdict({**definition, "show": "verdict"}, text)

    assert told["state"] != "passed"
    assert "4711" not in str(told)
    assert told["summary"]


@pytest.mark.parametrize(
    ("rule", "kept", "broken"),
    [
        ({"uses": "for"}, "for x in []: pass", "x = 1"),
        ({"uses": "recursion"}, "def f(n): return f(n - 1)", "def f(n): return n"),
        ({"uses": "f-string"}, "print(f'{1}')", "print('1')"),
        ({"uses": "print"}, "print()", "x = print"),
        ({"avoids": "while"}, "for x in []: pass", "while False: pass"),
        ({"avoids": "sorted()"}, "[].sort()", "x = sorted([])"),
        ({"avoids": "sorted()"}, "x = 1", "order = sorted\nx = order([])"),
        ({"avoids": "math.sqrt()"}, "import math", "from math import sqrt as s\ns(4)"),
        ({"uses": ".append()"}, "[].append(1)", "[].extend([1])"),
        ({"defines": "area", "parameters": 2}, "def area(a, b): pass", "def area(a): pass"),
        ({"defines": "Box", "parameters": 1}, BOX, "class Box: pass"),
        ({"imports": "math"}, "from math import pi", "import random"),
        ({"avoids_import": "numpy"}, "import math", "import numpy.random"),
        ({"calls": "print", "at_most": 1}, "print()", "print()\nprint()"),
        ({"calls": "print", "at_least": 2}, "print()\nprint()", "print()"),
        ({"at_most_lines": 1}, "# one\n\nx = 1", "x = 1\ny = 2"),
    ],
)
def test_source_rules(rule, kept, broken):
    document = exercise({"kind": "source", "rules": [rule]})

    assert check(document, program(kept))[0]["state"] == "passed"
    assert check(document, program(broken))[0]["state"] == "failed"


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        ({"kind": "magic"}, "magic"),
        ({"kind": "output", "match": "roughly"}, "match"),
        ({"kind": "output", "output": 12}, "output"),
        ({"kind": "function", "cases": []}, "cases"),
        ({"kind": "function", "cases": [{"call": "f()", "gives": "x y"}]}, "gives"),
        ({"kind": "class", "create": "", "cases": [{"call": "it"}]}, "create"),
        ({"kind": "source", "rules": [{"uses": "goto"}]}, "goto"),
        ({"kind": "source", "rules": [{"likes": "for"}]}, "likes"),
    ],
)
def test_a_faulty_definition_is_a_sentence_that_names_the_field(definition, words):
    answer = ask("plan", document=exercise(definition), checks=["1"])

    assert answer["steps"] == []
    assert words in answer["problems"]["1"]


@pytest.mark.parametrize(
    "made_up", ["{", "[]", "{}", '{"transcript": 3}', "[" * 100_000, '{"transcript": [[1, 2]]}']
)
def test_an_observation_that_has_no_shape_is_an_error(made_up):
    document = exercise({"kind": "output", "output": "1"})

    told = ask("judge", document=document, check="1", files=[], observations={"1/1": made_up})

    assert told["state"] == "error"


def test_steps_find_the_project_as_it_was_sent():
    text = "import os, builtins\nprint(sorted(os.listdir()), len('abc'))\nopen('new.txt', 'w').close()\n"
    text += "os.remove('main.py')\nbuiltins.len = None\n"
    document = exercise(*[{"kind": "output", "output": "['main.py'] 3"}] * 2)

    assert [one["state"] for one in check(document, program(text))] == ["passed", "passed"]
