"""turtle in the real workspace: programs as students write them, drawn, clicked and played."""

import base64
import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.sessions import open_once
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

STOPPED_WITHIN = 10  # seconds
# Counts the pixels of each of some colours, as "r,g,b".
PIXELS = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const counts = {};
  for (let i = 0; i < data.length; i += 4) {
    const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
    counts[colour] = (counts[colour] ?? 0) + 1;
  }
  return counts;
}"""
GIF = base64.b64decode("R0lGODlhAQABAPAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==")


@pytest.fixture
def workspace(one_page: Page, live: LiveSite) -> Workspace:
    """The same project for every test; Python has been loaded."""
    return open_once(one_page, live)


def picture(workspace: Workspace) -> Locator:
    """The turtle's canvas, found as a screen reader finds it."""
    return workspace.console.get_by_role("img", name="Turtle", exact=True)


def words(workspace: Workspace) -> str:
    """The drawing as a screen reader tells it."""
    described = picture(workspace).get_attribute("aria-describedby")
    return workspace.page.locator(f"[id='{described}']").inner_text()


def wait_words(workspace: Workspace, fragment: str) -> None:
    """Wait until the drawing's description says this."""
    picture(workspace).wait_for()
    wait_until(lambda: fragment in words(workspace), seconds=20, what=f"{fragment!r} in the description")


def wait_output(workspace: Workspace, fragment: str) -> None:
    """Wait until the program has printed this."""
    wait_until(lambda: fragment in workspace.output, seconds=20, what=f"{fragment!r} in the console")


def colours(workspace: Workspace) -> dict[str, int]:
    """How many pixels of the picture have which colour."""
    return picture(workspace).evaluate(PIXELS)


def place(
    workspace: Workspace, x: float, y: float, width: float = 640, height: float = 600
) -> tuple[float, float]:
    """Where a point of the turtle's plane lies on the page."""
    box = picture(workspace).bounding_box()
    assert box is not None
    return box["x"] + (0.5 + x / width) * box["width"], box["y"] + (0.5 - y / height) * box["height"]


STAR = """\
from turtle import *

speed(0)
color("red", "yellow")
begin_fill()
for side in range(36):
    forward(200)
    left(170)
end_fill()
penup()
goto(0, -150)
write("A star", align="center", font=("Arial", 16, "bold"))
done()
"""


def test_a_filled_star_is_drawn_and_done_finishes_it(workspace):
    workspace.start(STAR)

    assert workspace.wait_ended() == "Finished"
    wait_words(workspace, "36 lines, 1 filled shape, 1 turtle or stamp, 1 text. The text says “A star”.")
    drawn = colours(workspace)
    assert drawn["255,255,0"] > 300
    assert drawn["255,255,255"] > 20_000
    assert drawn.get("255,0,0", 0) > 100


def test_a_program_without_mainloop_ends_and_keeps_its_picture(workspace):
    status = workspace.run(
        "import turtle\nturtle.tracer(0)\nturtle.bgcolor('navy')\nturtle.update()\nprint('end')"
    )

    assert status == "Finished"
    wait_until(lambda: colours(workspace).get("0,0,128", 0) > 50_000, seconds=10, what="a blue picture")
    assert "end" in workspace.output


def test_what_is_drawn_is_seen_while_the_program_runs(workspace):
    workspace.start("import turtle\nturtle.color('red')\nturtle.dot(200)\nwhile True: pass")

    picture(workspace).wait_for()
    wait_until(lambda: colours(workspace).get("255,0,0", 0) > 3_000, seconds=20, what="a red dot")
    workspace.stop_button.click()

    assert workspace.wait_ended() == "Stopped"


TWO_TURTLES = """\
import turtle

ada, leo = turtle.Turtle("turtle"), turtle.Turtle("circle")
ada.color("green")
leo.color("blue")
for pet in (ada, leo):
    pet.speed(0)
    pet.penup()
for step in range(5):
    ada.forward(30)
    ada.stamp()
    leo.backward(30)
    leo.stamp()
ada.clearstamps(2)
leo.hideturtle()
print(len(turtle.turtles()), "turtles", ada.pos(), leo.distance(ada))
"""


def test_two_turtles_and_their_stamps(workspace):
    assert workspace.run(TWO_TURTLES) == "Finished", workspace.output

    wait_words(workspace, "9 turtles and stamps.")  # 3 + 5 stamps and the one that is not hidden
    assert "2 turtles (150.00,0.00) 300.0" in workspace.output


GAME = """\
import turtle

turtle.speed(0)
turtle.shape("turtle")
steps = 0

def up():
    global steps
    steps += 1
    turtle.forward(20)
    print("step", steps)

turtle.onkey(up, "Up")
turtle.onkeypress(lambda: turtle.left(90), "Left")
turtle.onkey(turtle.bye, "q")
turtle.listen()
print("ready")
turtle.mainloop()
print("you went", steps, "steps")
"""


def test_a_game_with_keys(workspace):
    workspace.start(GAME)
    wait_output(workspace, "ready")
    wait_until(
        lambda: picture(workspace).evaluate("(it) => it === document.activeElement"), seconds=10, what="focus"
    )
    keyboard = workspace.page.keyboard

    keyboard.press("ArrowUp")
    wait_output(workspace, "step 1")
    keyboard.press("ArrowLeft")
    keyboard.press("ArrowUp")
    wait_output(workspace, "step 2")
    wait_words(workspace, "2 lines")
    keyboard.press("q")

    assert workspace.wait_ended() == "Finished"
    assert "you went 2 steps" in workspace.output


def test_keys_that_the_program_does_not_want_stay_with_the_page(workspace):
    workspace.start(
        "import turtle\nturtle.onkey(print, 'Up')\nturtle.listen()\nprint('ready')\nturtle.mainloop()"
    )
    wait_output(workspace, "ready")
    picture(workspace).focus()

    workspace.page.keyboard.press("Escape")

    assert workspace.wait_ended() == "Stopped", "Escape stops a program that did not ask for it"


CLICKS = """\
import turtle

turtle.speed(0)
turtle.shape("square")
turtle.shapesize(2)
turtle.penup()
turtle.onclick(lambda x, y: print("hit"))
turtle.ondrag(turtle.goto)
turtle.onrelease(lambda x, y: print("dropped", round(turtle.xcor(), -1), round(turtle.ycor(), -1)))
turtle.onscreenclick(lambda x, y: print("click", round(x, -1), round(y, -1)))
turtle.onscreenclick(lambda x, y: turtle.bye(), 3)
print("ready")
turtle.mainloop()
"""


def test_clicks_and_dragging(workspace):
    workspace.start(CLICKS)
    wait_output(workspace, "ready")
    mouse = workspace.page.mouse

    mouse.click(*place(workspace, 200, 100))
    wait_output(workspace, "click 200.0 100.0")
    assert "hit" not in workspace.output
    mouse.move(*place(workspace, 0, 0))
    mouse.down()
    wait_output(workspace, "hit")
    mouse.move(*place(workspace, -60, 40), steps=5)
    mouse.move(*place(workspace, -120, 80), steps=5)
    time.sleep(0.1)  # a person's hand rests before it lets go
    mouse.up()
    wait_output(workspace, "dropped -120.0 80.0")
    mouse.click(*place(workspace, 0, 0), button="right")

    assert workspace.wait_ended() == "Finished"


def test_an_animation_with_ontimer_and_a_click_at_the_end(workspace):
    workspace.start(
        "import turtle\n"
        "turns = 0\n"
        "def tick():\n"
        "    global turns\n"
        "    turns += 1\n"
        "    turtle.left(30)\n"
        "    if turns < 12: turtle.ontimer(tick, 10)\n"
        "    else: print('once round', turtle.heading())\n"
        "tick()\n"
        "turtle.exitonclick()\n"
        "print('clicked')\n"
    )
    wait_output(workspace, "once round 0.0")

    picture(workspace).click()

    assert workspace.wait_ended() == "Finished"
    wait_output(workspace, "clicked")


def test_questions_over_the_picture(workspace):
    workspace.start(
        "import turtle\n"
        "name = turtle.textinput('Hello', 'What is your name?')\n"
        "sides = turtle.numinput('Shape', 'How many sides?', 5, minval=3, maxval=10)\n"
        "print(name, sides, turtle.textinput('More', 'Anything else?'))\n"
    )

    workspace.answer("Ada")
    shape = workspace.console.get_by_role("form", name="Shape")
    shape.wait_for()
    assert workspace.run_status == "Waiting for input"
    assert workspace.program_input.input_value() == "5"
    workspace.answer("many")
    wait_until(lambda: "not a number" in shape.inner_text(), seconds=10, what="a note that it is no number")
    workspace.answer("7")
    workspace.console.get_by_role("form", name="More").wait_for()
    workspace.console.get_by_role("button", name="Cancel").click()

    assert workspace.wait_ended() == "Finished"
    assert "Ada 7.0 None" in workspace.output


def test_stop_ends_a_question(workspace):
    workspace.start("import turtle\nturtle.textinput('Hello', 'What is your name?')")
    workspace.program_input.wait_for()

    workspace.stop_button.click()

    assert workspace.wait_ended(seconds=STOPPED_WITHIN) == "Stopped"
    assert workspace.program_input.count() == 0


ENDLESS = {
    "mainloop": "turtle.onkey(print, 'Up')\nturtle.mainloop()",
    "drawing with animation": "while True: turtle.forward(100); turtle.left(100)",
    "drawing as fast as can be": "turtle.speed(0)\nturtle.delay(0)\nwhile True: turtle.forward(9); turtle.left(91)",
    "drawing in the dark": "turtle.tracer(0)\nwhile True: turtle.forward(9); turtle.left(91)",
    "updates without end": "turtle.tracer(0)\nwhile True: turtle.left(1); turtle.update()",
    "a timer without end": "def f(): turtle.left(1); turtle.ontimer(f, 0)\nf()\nturtle.mainloop()",
}


@pytest.mark.parametrize("program", ENDLESS.values(), ids=ENDLESS.keys())
def test_stop_ends_every_kind_of_turtle_program(workspace, program):
    workspace.start(f"import turtle\nturtle.circle(20)\n{program}")
    wait_words(workspace, "lines")

    workspace.stop_button.click()

    assert workspace.wait_ended(seconds=STOPPED_WITHIN) == "Stopped"
    assert picture(workspace).count() == 1, "the picture stays"


ERRORS = {
    "a word for a number": ('turtle.forward("ten")', "TypeError"),
    "no such colour": ('turtle.color("redd")', "bad color string: redd"),
    "no such command": ("turtle.foward(10)", "Did you mean: 'forward'"),
    "no such key": ('turtle.onkey(print, "space bar")', 'did you mean "space"'),
    "no such shape": ('turtle.shape("dog")', "There is no shape named dog"),
    "no such file": ('turtle.bgpic("sea.gif")', 'couldn\'t open "sea.gif"'),
}


@pytest.mark.parametrize(("line", "told"), ERRORS.values(), ids=ERRORS.keys())
def test_an_error_names_the_students_line(workspace, line, told):
    assert workspace.run(f"import turtle\n{line}") == "Failed"

    assert 'File "main.py", line 2' in workspace.output
    assert told in workspace.output
    assert "turtle_window" not in workspace.output
    assert "_cpython_turtle" not in workspace.output


def test_an_error_in_a_function_of_an_event_is_shown_and_the_program_goes_on(workspace):
    status = workspace.run(
        "import turtle\n"
        "def broken():\n"
        "    print(1 / 0)\n"
        "turtle.ontimer(broken, 10)\n"
        "turtle.ontimer(lambda: (print('still here'), turtle.bye()), 300)\n"
        "turtle.mainloop()\n"
    )

    assert status == "Finished"
    assert "ZeroDivisionError: division by zero" in workspace.output
    assert 'File "main.py", line 3, in broken' in workspace.output
    assert "still here" in workspace.output


def test_tkinter_itself_is_not_there(workspace):
    assert workspace.run("import turtle\nimport tkinter\nprint(tkinter)") == "Failed"

    assert "turtle_window" not in workspace.output


def test_a_picture_of_the_project_is_a_shape(workspace):
    status = workspace.run(
        "from pathlib import Path\n"
        "import turtle\n"
        f"Path('red.gif').write_bytes({GIF!r})\n"
        "turtle.hideturtle()\n"
        "turtle.register_shape('red.gif')\n"
        "turtle.shape('red.gif')\n"
        "turtle.showturtle()\n"
        "for _ in range(3): turtle.penup(); turtle.forward(40); turtle.stamp()\n"
    )

    assert status == "Finished", workspace.output
    wait_words(workspace, "4 images")


def test_the_picture_is_saved_as_png(workspace, tmp_path: Path):
    workspace.run("import turtle\nturtle.setup(500, 400)\nturtle.dot(50, 'blue')")
    with workspace.page.expect_download() as download:
        workspace.console.get_by_role("button", name="Save picture: Turtle").click()

    assert download.value.suggested_filename == "turtle.png"
    target = tmp_path / "turtle.png"
    download.value.save_as(target)
    data = target.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (500, 400)


def test_clearing_the_console_and_the_next_run_take_the_picture_away(workspace):
    workspace.run("import turtle\nturtle.forward(10)")
    workspace.run("import turtle\nturtle.left(10)")
    assert picture(workspace).count() == 1

    workspace.page.get_by_role("button", name="Clear").click()

    assert picture(workspace).count() == 0
    assert workspace.run("print('no turtle')") == "Finished"
    assert picture(workspace).count() == 0


def test_clearing_the_console_leaves_a_drawing_that_goes_on(workspace):
    workspace.start(
        "import os, turtle\nturtle.forward(10)\nprint('old')\nos.system('cls')\n"
        "turtle.onkey(turtle.bye, 'q')\nturtle.listen()\nprint('ready')\nturtle.mainloop()"
    )
    wait_output(workspace, "ready")
    assert "old" not in workspace.output
    assert picture(workspace).count() == 1, "a program that clears the console does not close its window"
    picture(workspace).focus()

    # As a person's click would, but for the focus.
    workspace.page.get_by_role("button", name="Clear").dispatch_event("click")

    assert "ready" not in workspace.output
    assert picture(workspace).count() == 1
    workspace.page.keyboard.press("q")
    assert workspace.wait_ended() == "Finished", "keys still reach the program"


HOSTILE = """\
import js
from pyodide.ffi import to_js
import _codeyard, json

bad = [
    "[[", "{}", "null", json.dumps([["line", 1, "url(javascript:alert(1))", 2, [0, 0, 9, 9]]]),
    json.dumps([["text", 1, "#000000", "sw", ["x", "serif", 12, False, False, False], "<img src=x>", [0, 0]]]),
    json.dumps([["window", 1e9, 1e9, "x", 0, 0, 1e9, 1e9]]),
    json.dumps([["line", 1, "#000000", 1, [1e308, -1e308] * 5]]),
    json.dumps([["wants", ["<b>"] * 10000, True, True, True]]), "[" * 100_000,
]
for number in (-1, 0, 1, 2, 101, "1", None, 2**60):
    for text in bad:
        _codeyard.draw(number, text)
_codeyard.drawing_image(1, 1, to_js(b"<svg onload=alert(1)>"), "image/svg+xml")
_codeyard.drawing_image(1, 1, to_js(b"not a gif"), "image/gif")
_codeyard.draw(1, json.dumps([["image", 9, 1, [0, 0]]]))
print("still here")
"""


def test_a_hostile_program_draws_nothing_but_nonsense(workspace):
    assert workspace.run(HOSTILE) == "Finished", workspace.output

    assert "still here" in workspace.output
    assert workspace.page.locator("img[src=x]").count() == 0
    assert workspace.run("print('and the next one runs')") == "Finished"
