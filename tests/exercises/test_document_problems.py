"""What is wrong in a file is told with its line, all of it at once, in words for the person who wrote it."""

import pytest
import yaml

from exercises.document import read_file, validate, yaml_reading

BEGIN = "---\ntitle: Area\n"
END = "---\n"
CHECK = "checks:\n  - name: A square\n    kind: "


def told(text):
    document, problems = read_file(text)
    assert document["title"] is not None
    return [str(problem) for problem in problems]


def test_all_faults_are_told_in_the_order_of_the_file():
    text = """---
title: Area
dificulty: easy
difficulty: tough
checks:
  - name: A square
    kind: function
    weight: much
    cases:
      - call: area(3
        gives: nine
  - name: A loop
    kind: source
    rules:
      - uses: fore
      - use: for
  - name: Tests
    kind: unittest
    file: tests.py
title: Twice
---
"""

    assert told(text) == [
        "line 3: field dificulty: There is no field “dificulty” in an exercise (did you mean “difficulty”?).",
        "line 4: field difficulty: This must be “easy”, “medium” or “hard”.",
        "line 8: check 1 “A square”, field weight: This must be a whole number from 0 to 100.",
        "line 10: check 1 “A square”, case 1, field call: “area(3” is no Python: '(' was never closed.",
        "line 11: check 1 “A square”, case 1, field gives: “nine” is no plain Python value. "
        "For text, write it in quotes inside quotes: \"'nine'\".",
        "line 15: check 2 “A loop”, rule 1, field uses: “fore” is no construct that is known (did you mean “for”?); "
        "there are for, while, if, function, class, recursion, comprehension, f-string, try, with, lambda, import, "
        "global, return, print, input, and calls such as sorted() or .append().",
        "line 16: check 2 “A loop”, rule 2: A rule has exactly one of uses, avoids, defines, imports, avoids_import, "
        "calls, at_most_lines.",
        "line 19: check 3 “Tests”, field file: There is no text file tests.py among the tests.",
        "line 20: field title: This stands here twice.",
    ]


@pytest.mark.parametrize(
    ("fields", "line", "words"),
    [
        ("summary: a: b", 3, "put the text in quotes"),
        ("summary: 'never closed", 4, "a quote is opened"),
        ("summary: [a, b", 4, "no yaml"),
        ("\tsummary: x", 3, "indent with spaces"),
        ("summary: `x`", 3, "must stand in quotes"),
        ("summary: @x", 3, "must stand in quotes"),
        ('summary: "C:\\Users"', 3, "backslash"),
        ("summary: &a x", 3, "anchors and aliases"),
        ("summary: *a", 3, "anchors and aliases"),
        ("summary: !!python/object/apply:os.system [echo]", 3, "is not used here"),
        ("summary: !!binary '%'", 3, "cannot be read"),
        ("summary: [" + "[" * 30 + "]" * 30 + "]", 3, "nested too deep"),
        ("topics: [" + "a, " * 60_000 + "a]", 3, "too much for one exercise"),
        ("summary: \x07", 3, "cannot be shown"),
        ("- a", 3, "indented"),
        ("? [a, b]\n: c", 3, "no field"),
        ("<<: {title: x}", 3, "no field"),
        ("summary: {a: b}", 3, "must be text"),
        ("summary: [a]", 3, "must be text"),
        ("summary: |\n  two\n  lines", 3, "must be one line"),
        ("topics: a", 3, "must be a list"),
        ("topics: [a, '']", 3, "must not be empty"),
        ("text: x", 3, "stands beneath"),
        ("hints: {a: b}", 3, "must be a list"),
        ("main: other.py\nstarter:\n  main.py: x", 3, "has a file other.py"),
        ("main: ../x.py", 3, "file name"),
        ("starter: x", 3, "must be a file"),
        ("starter:\n  main.py: x\n  ../../etc/passwd: x", 5, "file name"),
        ("starter:\n  main.py: x\n  CON.py: x", 5, "windows"),
        ("starter:\n  main.py: x\n  Main.py: x", 5, "two files"),
        ("starter:\n  main.py: x\n  main.py/a: x", 4, "folder has the same name"),
        ("starter:\n  main.py:\n    - x", 4, "text or base64"),
        ("pictures:\n  a.exe: x", 4, "picture's name"),
        (CHECK + "functions", 5, "did you mean “function”"),
        (CHECK + "unittest", 4, "this is missing"),
        (CHECK + "function\n    cases: []", 6, "must not be empty"),
        (CHECK + "function\n    cases:\n      - call: f()\n        gives: 1\n        raises: E", 7, "either gives"),
        (CHECK + "function\n    cases:\n      - call: f()\n        raises: 3 errors", 8, "name of an exception"),
        (CHECK + "output\n    match: patern", 6, "did you mean “pattern”"),
        (CHECK + "output\n    match: pattern", 4, "must be written here"),
        (CHECK + "output\n    match: pattern\n    output: (", 7, "no regular expression"),
        (CHECK + "output\n    tolerance: -1", 6, "number from 0"),
        (CHECK + "output\n    tolerance: .inf", 6, "must be a number"),
        (CHECK + "output\n    seconds: 1e400", 6, "number from 0.1 to 60"),
        (CHECK + "output\n    hidden: maybe", 6, "true or false"),
        (CHECK + "output\n    id: A square", 6, "small letters"),
        (CHECK + "output\n    id: a\n  - name: B\n    kind: output\n    id: a", 9, "two checks"),
        (CHECK + "random", 4, "function, arguments"),
        (CHECK + "random\n    function: f", 4, "for each argument"),
        (CHECK + "random\n    function: f\n    arguments: [words(1)]", 7, "no random input called “words”"),
        (CHECK + "picture", 4, "must have"),
        (CHECK + "picture\n    rules:\n      - at: [1]\n        colour: red", 8, "#rrggbb"),
        (CHECK + "figure\n    data:\n      - x: [1]\n        y: [1, 2]", 7, "same number"),
        (CHECK + "turtle\n    path: square", 6, "“solution” or “none”"),
        (CHECK + "turtle\n    ignore: [colour]", 6, "“position”"),
        (CHECK + "source\n    rules:\n      - calls: print\n        at_most: some", 8, "whole number"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(fields, line, words):
    lines = told(f"{BEGIN}{fields}\n{END}")

    assert any(each.startswith(f"line {line}: ") and words in each.lower() for each in lines), lines
    assert all(each.endswith((".", "?)")) and "\n" not in each and len(each) < 500 for each in lines)


@pytest.mark.parametrize(
    "text",
    [
        "", "---", "---\n", "title: x", "# Area", "---\n---", "---\n---\n", "---\n[]\n---\n", "---\nx\n---\n",
        "---\n&a [*a]\n---\n", "---\n...\n---\n", "---\n--- a\n--- b\n---\n", "---\n%YAML 1.1\n---\n", "---\n{a\n---\n",
        "\ufeff", "\0", "---\n\0\n---\n", "\ud800", "---\ntitle: \ud800\n---\n", "---\n? ? ?\n---\n",
        "---\n" + "{a: " * 5000, "---\n" + "- " * 5000 + "\n---\n", "---\ntitle: x\nstarter: [[[]]]\n---\n",
        "---\ntitle: x\nchecks: {kind: output}\n---\n", "---\ntitle: x\nchecks: [[], 3, {}]\n---\n",
    ],
)  # fmt: skip
def test_whatever_stands_in_a_file_there_is_a_sentence(text):
    assert told(text)


JSON = [
    None, 3, "x", [], {}, {"title": 3}, {"title": "x", "checks": 3}, {"title": "x", "checks": [3, None, [], {}]},
    {"title": "x" * 101}, {"title": "\ud800"}, {"title": "a\0b"}, {"title": "x", "starter": {"a": "b"}}, {1: 2},
    {"title": "x", "starter": [{"path": "a", "text": "x", "base64": ""}]},
    {"title": "x", "starter": [{"path": "a", "base64": "%%"}]},
    {"title": "x", "starter": [{"path": "main.py", "text": "x" * 1_100_000}]},
    {"title": "x", "starter": [{"path": f"{number}.py", "text": ""} for number in range(201)]},
    {"title": "x", "text": "x" * 100_001}, {"title": "x", "hints": ["x"] * 31},
    {"title": "x", "checks": [{"name": "a", "kind": "output", "weight": True}]},
    {"title": "x", "checks": [{"name": "a", "kind": "output", "seconds": float("nan")}]},
    {"title": "x", "checks": [{"name": "a", "kind": "output", "seconds": "5"}]},
    {"title": "x", "checks": [{"name": "a", "kind": "output"}] * 101},
    {"title": "x", "checks": [{"name": "a", "kind": ["output"]}]},
    {"title": "x", "checks": [{"name": "a", "kind": "source", "rules": [{"uses": "for", "avoids": "if"}]}]},
    {"title": "x", "starter": [{"path": f"{number}.txt", "text": "\x01" * 1_000_000} for number in range(6)]},
]  # fmt: skip


@pytest.mark.parametrize("data", JSON, ids=range(len(JSON)))
def test_data_of_any_shape_is_told_what_is_wrong(data):
    document, problems = validate(data)

    assert problems
    assert all(problem.sentence.endswith((".", "?)")) for problem in problems)
    assert document["checks"] is not None


def test_numbers_in_quotes_are_text_in_yaml_and_stay_numbers_without():
    text = f'{BEGIN}{CHECK}output\n    weight: "2"\n    output: 1_000\n{END}'

    assert told(text) == [
        "line 6: check 1 “A square”, field weight: This must be a whole number from 0 to 100."
    ]
    assert read_file(text.replace('"2"', "2"))[0]["checks"][0]["output"] == "1_000"


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_both_parsers_of_yaml_read_the_same(loader, monkeypatch):
    monkeypatch.setattr(yaml_reading, "_LOADER", loader)
    text = f"{BEGIN}summary: größer\ntopics: [a, 'b']\nhints:\n  - |\n    1\n\n    2\n{CHECK}function\n    weight: 2\n"
    text += "    cases:\n      - call: 'é'\n        gives: [1, {'a': (1, 2)}]\n" + END

    document, problems = read_file(text)

    assert problems == []
    assert document["hints"] == ["1\n\n2"]
    assert document["checks"][0]["weight"] == 2
    assert document["checks"][0]["cases"][0]["gives"] == "[1, {'a': (1, 2)}]"
    assert "line 3: field summary" in told(text.replace("größer", "[x]"))[0]
