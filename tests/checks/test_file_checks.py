"""Checks of files, of examples, puzzles and random inputs: run and judged."""

import pytest

from tests.checks.documents import exercise, program
from tests.checks.interpreters import ask, check, record, shrunk


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("open('out.txt', 'w').write('a,b\\n1,2\\n')", "passed"),
        ("open('out.txt', 'w').write('a,b\\n1,3\\n')", "failed"),
        ("open('out.csv', 'w').write('a,b\\n1,2\\n')", "failed"),
        ("open('out.txt', 'wb').write(bytes([255, 0]))", "failed"),
        ("open('out.txt', 'w').write('a' * 2_000_000)", "failed"),
        ("import os\nos.mkdir('out.txt')", "failed"),
        ("import os\nos.symlink('/etc/hostname', 'out.txt')", "failed"),
        ("open('out.txt', 'w').write('a,b\\n1,2\\n')\n1 / 0", "error"),
    ],
)
def test_file(text, state):
    document = exercise({"kind": "file", "path": "out.txt", "content": "a,b\n1,2\n"})

    assert check(document, program(text))[0]["state"] == state


def test_a_file_can_be_as_the_solution_writes_it():
    definitions = [{"kind": "file", "path": "a.txt"}, {"kind": "file", "path": "b.bin"}]
    solution = "open('a.txt', 'w').write('one')\nopen('b.bin', 'wb').write(b'\\xff\\x00')"
    document = exercise(*definitions, solution=solution)
    wrong = program(solution.replace("one", "two").replace("x00", "x01"))

    kept = record(document)["recorded"]

    assert [one["state"] for one in check(document, program(solution), recorded=kept)] == ["passed", "passed"]
    assert [one["state"] for one in check(document, wrong, recorded=kept)] == ["failed", "failed"]


EXAMPLES = """
>>> double(4)
8
>>> xs = [double(1)]
>>> for x in xs:
...     print(x)
2
>>> double({})
Traceback (most recent call last):
  ...
TypeError: unsupported operand type(s) for *: 'dict' and 'int'
>>> double([1])  # doctest: +ELLIPSIS
[1...1]
"""


@pytest.mark.parametrize(
    ("path", "text"), [("t.txt", EXAMPLES), ("t.py", f'def f():\n    """{EXAMPLES}"""\n')]
)
def test_doctest(path, text):
    document = exercise({"kind": "doctest", "file": path}, tests={path: text})

    right = check(document, program("def double(x):\n    return x * 2\n"))[0]
    wrong = check(document, program("def double(x):\n    return x + 2\n"))[0]

    assert (right["state"], right["trust"]) == ("passed", "outside")
    assert wrong["summary"] == "double(4) shows 6, but 8 is expected."


def test_what_an_example_should_show_stays_with_the_judge():
    document = exercise({"kind": "doctest", "file": "t.txt"}, tests={"t.txt": ">>> f()\n'secret'\n"})

    assert "secret" not in str(ask("plan", document=document, checks=["1"])["steps"])


MAKE = "def make_input(random):\n    return '\\n'.join(str(random.randint(1, 99)) for _ in range(5))\n"
SUM = "print('working')\nprint(sum(int(line) for line in open('input.txt')))\n"


def test_puzzle_gives_each_person_an_input_and_knows_the_answer():
    document = exercise(
        {"kind": "puzzle", "make": "make.py", "inputs": 5}, solution=SUM, tests={"make.py": MAKE}
    )
    kept = record(document)
    recorded = kept["recorded"]
    one_answer = program(f"print({recorded['1']['inputs'][0]['answer']})")

    people = [check(document, program(SUM), recorded=recorded, person=str(number))[0] for number in range(8)]
    copied = [check(document, one_answer, recorded=recorded, person=str(number))[0] for number in range(8)]
    alone = check(
        document, program(SUM), recorded={"1": {"inputs": recorded["1"]["inputs"][2:3]}}, person="9"
    )[0]

    assert kept["problems"] == {}
    assert len({one["input"] for one in recorded["1"]["inputs"]}) == 5
    assert {one["state"] for one in people} == {"passed"}
    assert "failed" in {one["state"] for one in copied}
    assert alone["state"] == "passed"
    assert all(one["expected"] == "" for one in copied)
    assert [one["state"] for one in check(document, program(SUM), seed="x")] == ["passed"]


def test_a_sealed_answer_is_known_without_being_there():
    document = exercise(
        {"kind": "puzzle", "make": "make.py", "inputs": 1, "ignore_case": True},
        solution="print('Answer')\n",
        tests={"make.py": MAKE},
    )
    own = record(document)["recorded"]["1"]["inputs"][0]
    recorded = {"1": {"inputs": [{"input": own["input"], "sealed": own["sealed"]}]}}

    right, wrong = (
        check(document, program(f"print('{text}')\n"), recorded=recorded)[0] for text in ("ANSWER", "other")
    )

    assert own["answer"] == "Answer"
    assert (right["state"], wrong["state"]) == ("passed", "failed")


def test_an_answer_that_need_not_be_one_text_cannot_be_sealed():
    document = exercise(
        {"kind": "puzzle", "make": "make.py", "inputs": 1, "tolerance": 0.1},
        solution=SUM,
        tests={"make.py": MAKE},
    )

    assert "sealed" not in record(document)["recorded"]["1"]["inputs"][0]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        ("x = 1", "make_input"),
        ("def make_input(random):\n    return 3", "text"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_puzzle_that_makes_no_input_is_told(make, words):
    document = exercise({"kind": "puzzle", "make": "make.py"}, tests={"make.py": make})

    assert words in ask("plan", document=document, checks=["1"], seed="x")["problems"]["1"]


RANDOM = {"kind": "random", "function": "largest", "arguments": ["list(int(-50, 50), 1, 8)"]}
LARGEST = (
    "def largest(xs):\n    best = xs[0]\n    for x in xs:\n        best = max(x, best)\n    return best\n"
)


def test_random_inputs_are_judged_by_the_solution_and_made_small():
    document = exercise(RANDOM, solution=LARGEST)
    wrong = program(LARGEST.replace("xs[0]", "0"))  # wrong for lists of negative numbers

    recorded = record(document)["recorded"]
    right = check(document, program(LARGEST), recorded=recorded)[0]
    failing = check(document, wrong, recorded=recorded)[0]
    smallest = shrunk(document, wrong, "1", seed="s")

    assert right["summary"] == "All 60 random inputs gave what was expected."
    assert failing["state"] == "failed"
    assert smallest["summary"] == "largest([-1]) gave 0, but -1 was expected."
    assert smallest["debug"]["code"] == "from main import *\nprint(largest([-1]))"


def test_random_lines_are_typed_into_the_program():
    definition = {"kind": "random", "lines": ["int(1, 99)", "list(int(1, 9), 1, 3)"], "count": 10}
    source = "n = int(input())\nprint(n + sum(map(int, input().split())))\n"
    document = exercise(definition, solution=source)

    right = check(document, program(source), seed="a")[0]
    smallest = shrunk(document, program(source.replace("n +", "min(n, 9) +")), "1", seed="a")

    assert right["state"] == "passed"
    assert smallest["given"] == "10\n1\n"


def test_the_same_seed_gives_the_same_inputs():
    def plan(seed):
        return ask("plan", document=exercise(RANDOM), checks=["1"], seed=seed)["steps"]

    assert plan("a") == plan("a")
    assert plan("a") != plan("b")
    assert all("gives" not in step for step in plan("a"))


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        ({"kind": "file"}, "path"),
        ({"kind": "doctest", "file": "none.txt"}, "none.txt"),
        ({"kind": "random", "function": "f", "arguments": ["int(3)"]}, "int(3)"),
        ({"kind": "random", "function": "f"}, "arguments"),
        ({"kind": "random"}, "lines"),
        ({"kind": "random", "lines": ["int(0, 1)"], "count": 0}, "count"),
        ({"kind": "puzzle", "make": "", "inputs": 3}, "make"),
    ],
)
def test_a_faulty_definition_is_told(definition, words):
    assert words in ask("plan", document=exercise(definition), checks=["1"], seed="x")["problems"]["1"]
