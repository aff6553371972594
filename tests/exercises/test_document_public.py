"""What a student's page gets: nothing that a check means to keep."""

import json

from exercises.document import public, validate

SECRET = "kept from students"
DOCUMENT, PROBLEMS = validate(
    {
        "title": "Area",
        "text": "What to do",
        "hints": [SECRET],
        "starter": [{"path": "main.py", "text": "begin"}],
        "solution": [{"path": "main.py", "text": SECRET}],
        "tests": [
            {"path": "shown_test.py", "text": "shown"},
            {"path": "hidden_test.py", "text": SECRET},
            {"path": "examples.txt", "text": "shown"},
            {"path": "make.py", "text": SECRET},
            {"path": "notes.txt", "text": SECRET},
        ],
        "checks": [
            {"name": "Output", "kind": "output", "input": "2"},
            {"name": "Tests", "kind": "unittest", "file": "shown_test.py"},
            {"name": "Examples", "kind": "doctest", "file": "examples.txt"},
            {"name": "Puzzle", "kind": "puzzle", "make": "make.py"},
            {"name": "Hidden", "kind": "output", "output": SECRET, "hidden": True},
            {"name": "More tests", "kind": "unittest", "file": "hidden_test.py", "hidden": True},
        ],
    }
)
INPUTS = [{"input": f"input {number}", "answer": f"answer {number}"} for number in range(50)]
RECORDED = {"output": {"output": "4"}, "puzzle": {"inputs": INPUTS}, "hidden": {"output": SECRET}}


def page(person="1", recorded=RECORDED):
    return public(DOCUMENT, recorded, person)


def test_solution_hints_hidden_checks_and_their_files_stay_behind():
    assert PROBLEMS == []
    assert SECRET not in json.dumps(page())


def test_visible_checks_come_whole_with_what_was_recorded_for_them():
    shown = page()

    assert [check["id"] for check in shown["document"]["checks"]] == ["output", "tests", "examples", "puzzle"]
    assert [file["path"] for file in shown["document"]["tests"]] == ["examples.txt", "shown_test.py"]
    assert shown["recorded"]["output"] == {"output": "4"}
    assert shown["hidden"] == 2


def test_each_person_has_one_input_of_a_puzzle_and_keeps_it():
    own = {person: page(str(person))["recorded"]["puzzle"]["inputs"] for person in range(200)}

    assert all(len(inputs) == 1 for inputs in own.values())
    assert own[7] == page("7")["recorded"]["puzzle"]["inputs"]
    assert len({inputs[0]["input"] for inputs in own.values()}) > 40


def test_a_sealed_answer_is_not_told():
    sealed = [{**one, "sealed": "0" * 64} for one in INPUTS]

    (own,) = page(recorded={"puzzle": {"inputs": sealed}})["recorded"]["puzzle"]["inputs"]

    assert own.keys() == {"input", "sealed"}
