"""What turtle draws, as the page gets it."""

import importlib
import math
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.turtle_window.page import Page, visible

GIF = b"GIF89a\x0a\x00\x14\x00\x80\x00\x00" + b"\x00" * 20
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + b"\x00\x00\x00\rIHDR"
    + (7).to_bytes(4, "big")
    + (9).to_bytes(4, "big")
    + b"\x08" * 8
)


def test_a_square_is_a_line_with_five_points(window: Page, turtle: Any) -> None:
    turtle.color("red")
    for _ in range(4):
        turtle.forward(100)
        turtle.left(90)
    turtle.update()

    (line,) = visible(window, "line")
    assert line[1:3] == ["#ff0000", 1.0]
    points = [round(value) + 0 for value in line[3]]
    assert points == [0, 0, 100, 0, 100, -100, 0, -100, 0, 0], "y grows downwards on the page"


def test_the_window_is_half_and_three_quarters_of_the_screen(window: Page, turtle: Any) -> None:
    assert (turtle.window_width(), turtle.window_height()) == (640, 600)
    assert window.last("window")[:2] == [640, 600]
    turtle.setup(300, 200)
    assert window.last("window") == [300, 200, "Python Turtle Graphics", -200, -150, 400, 300]
    turtle.setup(500, 400)
    turtle.title("Mine")
    assert window.last("window") == [500, 400, "Mine", -250, -200, 500, 400]


def test_fill_stamp_dot_text_and_undo(window: Page, turtle: Any) -> None:
    turtle.color("black", "gold")
    turtle.begin_fill()
    turtle.circle(50, steps=3)
    turtle.end_fill()
    turtle.stamp()
    turtle.dot(20, "blue")
    turtle.write("Hello", move=True, font=("Courier New", 12, "bold italic"))
    turtle.update()

    assert ["polygon", "#ffd700", ""] in [item[:3] for item in window.items.values()]
    assert [item[2] for item in visible(window, "line") if item[1] == "#0000ff"] == [20.0]
    (text,) = visible(window, "text")
    assert text[1:5] == ["#000000", "sw", ["Courier New", "monospace", 16.0, True, True, False], "Hello"]
    assert turtle.xcor() == pytest.approx(49), "the text is 50 pixels wide and begins one to the left"
    for _ in range(3):
        turtle.undo()
    turtle.update()
    assert visible(window, "text") == []


def test_postscript_holds_what_was_drawn(turtle: Any) -> None:
    turtle.color("red")
    turtle.forward(30)
    turtle.write("(hi)")
    turtle.update()

    text = turtle.getcanvas().postscript()

    assert text.startswith("%!PS-Adobe-3.0 EPSF-3.0\n")
    assert (
        "1.000 0.000 0.000 setrgbcolor 1 setlinewidth newpath 320.00 300.00 moveto 350.00 300.00 lineto stroke"
        in text
    )
    assert "(\\(hi\\))" in text
    assert text.rstrip().endswith("%%EOF")


def test_animation_takes_the_time_that_it_takes_on_a_desktop(window: Page, turtle: Any) -> None:
    turtle.tracer(1)
    turtle.speed(3)
    window.paused = 0

    turtle.forward(100)

    hops = 1 + int(100 / (3 * 1.1**3 * 3))
    assert window.paused == pytest.approx(10 * hops)


def test_fast_drawing_goes_out_in_few_portions(window: Page, turtle: Any) -> None:
    turtle.tracer(1)
    turtle.speed(0)
    turtle.delay(0)

    for _ in range(1_000):
        turtle.forward(5)
        turtle.left(7)

    assert window.portions < 500
    assert sum(len(item[3]) // 2 - 1 for item in visible(window, "line")) == 1_000


def test_pictures_of_the_project_are_shapes_and_backgrounds(window: Page, turtle: Any) -> None:
    Path("cat.gif").write_bytes(GIF)
    Path("sea.png").write_bytes(PNG)
    Path("dog.jpg").write_bytes(b"\xff\xd8\xff" + b"x" * 40)

    turtle.register_shape("cat.gif")
    turtle.addshape("sea.png")
    turtle.shape("cat.gif")
    turtle.bgpic("sea.png")
    turtle.forward(10)
    turtle.update()

    assert [mime for _, mime in window.images] == ["image/gif", "image/png"] or [
        mime for _, mime in window.images
    ] == ["image/png", "image/gif"]
    assert next(iter(window.items.values()))[0] == "image", "the background is below everything"
    assert turtle.bgpic() == "sea.png"
    with pytest.raises(turtle.TK.TclError, match="GIF and PNG"):
        turtle.bgpic("dog.jpg")
    with pytest.raises(turtle.TK.TclError, match=r'couldn\'t open "none.gif"'):
        turtle.register_shape("none.gif")


def test_world_coordinates_lie_in_the_middle_of_the_window(window: Page, turtle: Any) -> None:
    turtle.setworldcoordinates(0, 0, 10, 10)
    turtle.goto(10, 10)
    turtle.update()

    assert window.last("origin") == [-10, -590]
    (line,) = visible(window, "line")
    assert line[3] == [0, 0, 620, -580]


def test_colours_are_those_of_tk(window: Page, turtle: Any) -> None:
    turtle.bgcolor("Light Sky Blue")
    assert window.last("background") == ["#87cefa"]
    for name in ("gray20", "DeepSkyBlue3", "#abc", "#aabbcc", "green4"):
        turtle.pencolor(name)
    with pytest.raises(turtle.TurtleGraphicsError, match="bad color string: redd"):
        turtle.color("redd")
    with pytest.raises(turtle.TurtleGraphicsError, match="bad color sequence"):
        turtle.color(255, 0, 0)


def test_numbers_that_are_none_do_not_reach_the_page(window: Page, turtle: Any) -> None:
    turtle.goto(math.inf, 5)
    turtle.update()
    turtle.clear()
    turtle.goto(5, 5)

    assert all(
        math.isfinite(value) for item in window.items.values() if item[0] == "line" for value in item[3]
    )


def test_more_items_than_the_page_shows_are_refused_with_one_sentence(
    window: Page, turtle: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = importlib.import_module("turtle_window.drawing")
    monkeypatch.setattr(drawing, "ITEM_LIMIT", 50)

    for _ in range(100):
        turtle.dot(3)
    turtle.update()
    turtle.dot(3)
    turtle.update()

    assert len(window.items) == 50
    assert capsys.readouterr().err.count("more cannot be shown here") == 1


def test_two_windows_have_two_pictures(window: Page, turtle: Any) -> None:
    toolkit = turtle.TK
    root = toolkit.Tk()
    canvases = [toolkit.Canvas(root, width=300, height=200) for _ in range(2)]
    pens = [turtle.RawTurtle(turtle.TurtleScreen(canvas)) for canvas in canvases]

    for pen in pens:
        pen.forward(10)

    assert [canvas.drawing.number for canvas in canvases] == [2, 3]
    assert [screen.window_width() for screen in (pen.getscreen() for pen in pens)] == [300, 300]


@pytest.mark.parametrize(
    ("given", "css"),
    [
        (("Arial", 12, "normal"), 'normal normal 16px "Arial", sans-serif'),
        (("Times New Roman", 18, ("bold", "italic")), 'italic bold 24px "Times New Roman", serif'),
        ("Courier 12 bold", 'normal bold 16px "Courier", monospace'),
        ("{Comic Sans MS} -20", 'normal normal 20px "Comic Sans MS", sans-serif'),
        ('Arial"; evil', 'normal normal 12px "Arial evil", sans-serif'),
    ],
)
def test_fonts_are_understood_as_tk_understands_them(turtle: Any, given: Any, css: str) -> None:
    fonts = importlib.import_module("turtle_window.fonts")

    assert fonts.parse(given).css == css


def test_a_font_that_makes_no_sense_is_explained(turtle: Any) -> None:
    with pytest.raises(turtle.TK.TclError, match='expected integer but got "bold"'):
        turtle.write("Hello", font=("Arial", "bold", 12))
