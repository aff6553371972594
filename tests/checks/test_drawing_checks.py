"""Checks of figures, pictures and turtle drawings. Figures and pictures need libraries that the browser has; where this
Python lacks them, what would have been observed is written down here, and the browser's tests run the programs."""

import base64
import importlib
import subprocess
import zlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.documents import exercise, program
from tests.checks.interpreters import PYTHON, ask, check, record

shapes = importlib.import_module("codeyard_checks.judging.shapes")
colours = importlib.import_module("codeyard_checks.judging.colours")
window_colours = importlib.import_module("turtle_window.colours")


def has(library: str) -> bool:
    return (
        subprocess.run([PYTHON, "-c", f"import {library}"], capture_output=True, check=False).returncode == 0
    )


needs_figures = pytest.mark.skipif(not has("matplotlib"), reason="matplotlib is not installed here")
needs_pictures = pytest.mark.skipif(not has("PIL"), reason="Pillow is not installed here")

SQUARE = "from turtle import *\nfor _ in range(4):\n    forward(100)\n    left(90)\ndone()\n"


def verdict(definition, text, solution="", **options):
    document = exercise(definition, solution=solution)
    recorded = record(document)
    assert recorded["problems"] == {}
    return check(document, program(text), recorded=recorded["recorded"], **options)[0]


@pytest.mark.parametrize(
    ("definition", "text", "state"),
    [
        ({}, SQUARE, "passed"),
        ({}, SQUARE.replace("left", "right"), "passed"),
        ({"ignore": ["order"]}, SQUARE.replace("left", "right"), "failed"),
        ({"ignore": ["position"]}, SQUARE.replace("left", "right"), "failed"),
        ({}, SQUARE.replace("forward(100)", "forward(40); forward(60)"), "passed"),
        ({}, SQUARE.replace("range(4)", "range(8)"), "passed"),
        ({}, SQUARE.replace("range(4)", "range(3)"), "failed"),
        ({}, SQUARE.replace("100", "50"), "failed"),
        ({"ignore": ["position", "size", "order"]}, SQUARE.replace("100", "50"), "passed"),
        ({}, "from turtle import *\nleft(30)\n" + SQUARE, "failed"),
        ({"ignore": ["position", "rotation", "order"]}, "from turtle import *\nleft(30)\n" + SQUARE, "passed"),
        ({}, "from turtle import *\nforward(30)\nclear()\n" + SQUARE, "passed"),
        ({}, SQUARE + "circle(10)\nundo()\n", "passed"),
        ({}, SQUARE + "penup()\nforward(300)\n", "passed"),
        ({}, "from turtle import *\npenup()\n" + SQUARE, "failed"),
        ({"closed": True, "path": "none"}, SQUARE, "passed"),
        ({"closed": True, "path": "none"}, SQUARE.replace("range(4)", "range(3)"), "failed"),
        ({"path": "none", "colours": ["red"]}, "from turtle import *\ncolor('red')\n" + SQUARE, "passed"),
        ({"path": "none", "colours": ["red"]}, SQUARE, "failed"),
        ({"path": "none", "fills": 1}, f"from turtle import *\nbegin_fill()\n{SQUARE}end_fill()\n", "passed"),
        ({"path": "none", "fills": 1}, SQUARE, "failed"),
        ({"path": [[[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]]}, SQUARE, "passed"),
        ({"path": [[[0, 0], [100, 0], [50, 80], [0, 0]]]}, SQUARE, "failed"),
        ({"input": "100\n"}, SQUARE.replace("100", "int(numinput('Side', 'How long?'))"), "error"),
        ({}, SQUARE.replace("done()", "1 / 0"), "error"),
        ({}, SQUARE.replace("done()", "Screen().onkey(print, 'a')\nlisten()\nmainloop()"), "passed"),
        ({}, SQUARE.replace("done()", "def again():\n    ontimer(again, 10)\nagain()\nmainloop()"), "passed"),
    ],
)  # fmt: skip
def test_turtle(definition, text, state):
    assert verdict({"kind": "turtle", **definition}, text, SQUARE)["state"] == state


def test_a_question_of_the_turtle_is_answered_by_the_input():
    text = f"from turtle import *\nside = int(numinput('Side', 'How long?'))\n{SQUARE.replace('100', 'side')}"

    assert verdict({"kind": "turtle", "input": "100\n"}, text, SQUARE)["state"] == "passed"
    assert verdict({"kind": "turtle", "input": "many\n60\n"}, text, SQUARE)["state"] == "failed"


def test_drawing_takes_no_time():
    text = "from turtle import *\nimport time\nspeed(1)\ntime.sleep(60)\n" + SQUARE.replace(
        "range(4)", "range(400)"
    )

    told = verdict({"kind": "turtle"}, text, SQUARE)

    assert told["state"] == "passed"


points = st.tuples(st.integers(-200, 200), st.integers(-200, 200))
paths = st.lists(points, min_size=2, max_size=8, unique=True).map(lambda found: list(pairwise(found)))


@settings(max_examples=30)
@given(paths, points)
def test_a_shape_is_the_same_elsewhere_and_the_other_way_round(path, by):
    moved = [((x + by[0], y + by[1]), (a + by[0], b + by[1])) for (a, b), (x, y) in reversed(path)]

    assert shapes.same_shape(path, moved, 2, {"position", "order"})


@settings(max_examples=30)
@given(paths, st.floats(0.2, 5), st.floats(0, 6))
def test_a_shape_is_the_same_larger_and_turned(path, factor, angle):
    changed = [shapes._scaled(shapes._turned(line, angle), factor) for line in path]

    assert shapes.same_shape(path, changed, 2, {"position", "size", "rotation", "order"})


@given(paths)
def test_a_shape_with_a_line_more_is_another(path):
    longer = [*path, (path[-1][1], (900, 900))]

    assert not shapes.same_shape(path, longer, 2, {"position", "order"})


def test_names_of_colours_are_those_of_the_window():
    assert {name: window_colours.hexadecimal(name) for name in colours.NAMES} == colours.NAMES


def seen(**data):
    return {
        "transcript": [],
        "error": None,
        "exit": None,
        "cut": False,
        "missing_input": False,
        "ms": 1,
        **data,
    }


def judged(definition, observation, **options):
    document = exercise(definition)
    return ask("judge", document=document, check="1", files=[], observations={"1/1": observation}, **options)


def figure(**axes):
    empty = {
        "title": "",
        "x_label": "",
        "y_label": "",
        "legend": None,
        "lines": [],
        "bars": [],
        "points": [],
        "wedges": [],
    }
    return seen(figures=[{"title": "", "axes": [{**empty, **axes}]}])


LINE = {"x": [1.0, 2.0], "y": [3.0, "nan"]}


@pytest.mark.parametrize(
    ("definition", "axes", "state"),
    [
        ({"title": "Rain"}, {"title": " rain "}, "passed"),
        ({"title": "Rain"}, {"title": "Sun"}, "failed"),
        ({"x_label": "Month"}, {}, "failed"),
        ({"legend": ["a", "b"]}, {"legend": ["b", "a"]}, "passed"),
        ({"legend": ["a"]}, {}, "failed"),
        ({"lines": 1}, {"lines": [LINE]}, "passed"),
        ({"lines": 2}, {"lines": [LINE]}, "failed"),
        ({"bars": 2}, {"bars": [LINE]}, "passed"),
        ({"wedges": 1}, {"wedges": [{"share": 1.0, "label": ""}]}, "passed"),
        ({"data": [{"x": [1, 2], "y": [3, "nan"]}]}, {"lines": [LINE]}, "passed"),
        ({"data": [{"x": [1, 2], "y": [3, 4]}]}, {"lines": [LINE]}, "failed"),
        ({"data": [{"x": ["Mon"], "y": [3]}]}, {"bars": [{"x": ["mon"], "y": [3.0]}]}, "passed"),
        ({"number": 2}, {}, "failed"),
        ({}, {"lines": "many"}, "error"),
        ({}, {"lines": [{"x": [1], "y": []}]}, "error"),
    ],
)
def test_what_was_seen_of_a_figure_is_judged(definition, axes, state):
    assert judged({"kind": "figure", **definition}, figure(**axes))["state"] == state


def picture(width, height, colour):
    data = base64.b64encode(zlib.compress(bytes(colour) * (width * height))).decode()
    return seen(picture={"width": width, "height": height, "pixels": data})


RED = picture(40, 20, (250, 10, 0))


@pytest.mark.parametrize(
    ("definition", "observation", "state"),
    [
        ({"width": 40, "height": 20}, RED, "passed"),
        ({"width": 41}, RED, "failed"),
        ({"rules": [{"at": [3, 3], "colour": "#ff0000"}]}, RED, "passed"),
        ({"rules": [{"at": [3, 3], "colour": "#ff0000", "tolerance": 2}]}, RED, "failed"),
        ({"rules": [{"at": [40, 3], "colour": "#ff0000"}]}, RED, "failed"),
        ({"rules": [{"area": [0, 0, 40, 20], "colour": "#ff0000", "at_least": 0.9}]}, RED, "passed"),
        ({"rules": [{"area": [0, 0, 40, 20], "colour": "#ff0000", "at_most": 0.1}]}, RED, "failed"),
        ({"rules": [{"area": [50, 0, 60, 20], "colour": "#ff0000"}]}, RED, "failed"),
        ({}, seen(picture=None), "failed"),
        ({}, seen(), "error"),
        ({}, seen(picture={"width": 9, "height": 9, "pixels": "AAAA"}), "error"),
        ({}, seen(picture={"width": 10**9, "height": 10**9, "pixels": "AAAA"}), "failed"),
    ],
)
def test_what_was_seen_of_a_picture_is_judged(definition, observation, state):
    assert judged({"kind": "picture", **definition}, observation)["state"] == state


def test_a_picture_is_compared_with_the_solutions():
    document = exercise({"kind": "picture", "like_solution": 0.9})
    kept = ask("record", document=document, observations={"1/1": RED})["recorded"]
    blue = picture(40, 20, (0, 0, 255))

    def state(observation):
        return judged({"kind": "picture", "like_solution": 0.9}, observation, recorded=kept)["state"]

    assert (state(RED), state(blue), state(picture(20, 40, (250, 10, 0)))) == ("passed", "failed", "failed")


PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 2], [3, 4], label='a')\nplt.title('T')\nplt.legend()\n"


@needs_figures
@pytest.mark.parametrize(
    ("text", "state"),
    [
        (PLOT, "passed"),
        (PLOT + "plt.show()", "passed"),
        (PLOT + "plt.savefig('a.png')\nplt.close()", "passed"),
        (PLOT + "plt.savefig('a.png')\nplt.clf()", "passed"),
        ("import matplotlib\nmatplotlib.use('TkAgg')\n" + PLOT, "passed"),
        (PLOT.replace("4]", "5]"), "failed"),
        (PLOT.replace("plt.legend()", ""), "failed"),
        (PLOT.replace("plt.plot", "plt.scatter"), "failed"),
        ("x = 1", "failed"),
    ],
)
def test_figure(text, state):
    definition = {"kind": "figure", "title": "t", "legend": ["a"], "lines": 1, "data": "solution"}

    assert verdict(definition, text, PLOT)["state"] == state


@needs_pictures
def test_picture():
    definition = {"kind": "picture", "like_solution": 1, "rules": [{"at": [0, 0], "colour": "#ff0000"}]}
    source = "from PIL import Image\nimage = Image.new('RGB', (30, 20), 'red')\nimage.show()\n"
    saved = source.replace("image.show()", "image.save('a.png')")

    assert verdict(definition, source, source)["state"] == "passed"
    assert verdict(definition, source.replace("'red'", "'blue'"), source)["state"] == "failed"
    assert verdict(definition, saved, source)["state"] == "failed"
    assert verdict({**definition, "picture": "a.png"}, saved, saved)["state"] == "passed"


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        ({"kind": "turtle", "ignore": ["colour"]}, "ignore"),
        ({"kind": "turtle", "path": "mine"}, "path"),
        ({"kind": "turtle", "colours": ["reddish"]}, "colours"),
        ({"kind": "turtle", "fills": -1}, "fills"),
        ({"kind": "figure", "data": [{"x": [1], "y": []}]}, "data"),
        ({"kind": "figure", "number": 0}, "number"),
        ({"kind": "picture", "rules": [{"at": [1], "colour": "#ff0000"}]}, "at"),
        ({"kind": "picture", "rules": [{"at": [1, 2], "colour": "red"}]}, "colour"),
        ({"kind": "picture", "like_solution": 90}, "like_solution"),
    ],
)
def test_a_faulty_definition_is_told(definition, words):
    assert words in ask("plan", document=exercise(definition), checks=["1"])["problems"]["1"]
