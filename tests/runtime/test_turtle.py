"""turtle's window under CPython: this machine's own turtle.py draws into it, and the page is a list of what it gets."""

import importlib
import json
import math
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from runtime_static.installation.turtle_wheel import WINDOW, WRAPPER, machine_turtle

TURTLE = machine_turtle()
pytestmark = pytest.mark.skipif(TURTLE is None, reason="the Python that runs the tests has no turtle.py")


class Page(ModuleType):
    """The module `_codeyard`: keeps what the page gets, and says what a person did."""

    def __init__(self) -> None:
        super().__init__("_codeyard")
        self.operations: list[list[Any]] = []
        self.images: list[tuple[int, str]] = []
        self.events: list[dict[str, Any]] = []
        self.answers: list[str | None] = []
        self.paused = 0.0
        self.portions = 0

    def draw(self, drawing: int, operations: str) -> None:
        self.operations += json.loads(operations)
        self.portions += 1

    def drawing_image(self, drawing: int, image: int, data: bytes, mime: str) -> None:
        self.images.append((image, mime))

    def next_event(self, milliseconds: float) -> str:
        if self.events:
            return json.dumps({"drawing": 1, "key": "", "x": 0, "y": 0, "button": 0} | self.events.pop(0))
        assert milliseconds < 10_000, "the program waits for events that will not come"
        return ""

    def pause(self, milliseconds: float) -> None:
        self.paused += milliseconds

    def ask(self) -> str:
        return json.dumps(self.answers.pop(0))

    def measure_text(self, font: str, text: str) -> str:
        return json.dumps([10 * len(text), 9, 3])

    def before_waiting(self, show: Any) -> None:
        self.show = show

    # What the page would show

    @property
    def items(self) -> dict[int, list[Any]]:
        """The last state of every item, in the order in which they are painted."""
        self.show()
        items: dict[int, list[Any]] = {}
        for name, *rest in self.operations:
            if name in ("line", "polygon", "text", "image"):
                items[rest[0]] = [name, *rest[1:]]
            elif name == "top":
                items[rest[0]] = items.pop(rest[0])
            elif name == "bottom":
                items = {rest[0]: items.pop(rest[0])} | items
            elif name == "delete":
                items.pop(rest[0])
            elif name == "clear":
                items.clear()
        return items

    def last(self, name: str) -> list[Any]:
        self.show()
        return next(rest for found, *rest in reversed(self.operations) if found == name)


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Page:
    """A page, and `sys.path` as in the browser: the wheel's files, under the names that they have there."""
    for name in list(sys.modules):
        if name.partition(".")[0] in ("turtle", "_cpython_turtle", "turtle_window", "tkinter"):
            monkeypatch.delitem(sys.modules, name)
    (tmp_path / "turtle.py").write_bytes((WINDOW / WRAPPER).read_bytes())
    (tmp_path / "_cpython_turtle.py").write_bytes(TURTLE.read_bytes() if TURTLE else b"")
    (tmp_path / "turtle_window").symlink_to(WINDOW)
    ffi = ModuleType("pyodide.ffi")
    ffi.to_js = bytes  # type: ignore[attr-defined]
    page = Page()
    for name, module in {"_codeyard": page, "pyodide": ModuleType("pyodide"), "pyodide.ffi": ffi}.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.syspath_prepend(str(tmp_path))
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    return page


@pytest.fixture
def turtle(window: Page) -> Any:
    """The module, freshly imported, with the animation off."""
    module = importlib.import_module("turtle")
    module.tracer(0)
    return module


@pytest.fixture(autouse=True)
def _no_leftovers(monkeypatch: pytest.MonkeyPatch) -> Any:
    yield
    for name in list(sys.modules):
        if name.partition(".")[0] in ("turtle", "_cpython_turtle", "turtle_window"):
            sys.modules.pop(name)


def visible(window: Page, kind: str) -> list[list[Any]]:
    return [
        item
        for item in window.items.values()
        if item[0] == kind and (item[1] or (kind == "polygon" and item[2]))
    ]


def test_the_stand_in_is_seen_by_turtle_only(turtle: Any) -> None:
    assert "tkinter" not in sys.modules
    assert issubclass(turtle.TK.TclError, Exception)


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


DOCUMENTED = """
    forward fd backward bk back right rt left lt goto setpos setposition teleport setx sety setheading seth
    home circle dot stamp clearstamp clearstamps undo speed position pos towards xcor ycor heading distance
    degrees radians pendown pd down penup pu up pensize width pen isdown color pencolor fillcolor filling
    begin_fill end_fill fill reset clear write showturtle st hideturtle ht isvisible shape resizemode
    shapesize turtlesize shearfactor tiltangle tilt shapetransform get_shapepoly onclick onrelease ondrag
    begin_poly end_poly get_poly poly clone getturtle getpen getscreen setundobuffer undobufferentries
    bgcolor bgpic clearscreen resetscreen screensize setworldcoordinates no_animation delay tracer update
    listen onkey onkeyrelease onkeypress onscreenclick ontimer mainloop done mode colormode getcanvas
    getshapes register_shape addshape turtles window_height window_width bye exitonclick save setup title
    textinput numinput RawTurtle Turtle Pen RawPen TurtleScreen Screen ScrolledCanvas Shape Vec2D Terminator
"""


def test_every_documented_name_of_python_3_14_is_there(turtle: Any) -> None:
    missing = [name for name in DOCUMENTED.split() if not hasattr(turtle, name)]

    assert missing == []
    assert [name for name in turtle.__all__ if not hasattr(turtle, name)] == []


def test_what_later_versions_brought(window: Page, turtle: Any) -> None:
    with turtle.fill():
        turtle.forward(50)
        turtle.teleport(y=100)
        turtle.forward(50)
    with turtle.poly():
        turtle.forward(10)
        turtle.left(90)
        turtle.forward(10)
    with turtle.Screen().no_animation():
        assert turtle.tracer() == 0
    turtle.update()

    assert turtle.pos() == pytest.approx((110, 110))
    assert len(turtle.get_poly()) == 3
    assert len(visible(window, "line")) == 2, "no line was drawn while teleporting"
    turtle.save("picture.eps")
    with pytest.raises(FileExistsError):
        turtle.save("picture.eps")
    turtle.save("picture.eps", overwrite=True)
    with pytest.raises(ValueError, match=r"\.png"):
        turtle.save("picture.png")


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


def test_keys_call_functions(window: Page, turtle: Any) -> None:
    pressed: list[str] = []
    turtle.onkeypress(lambda: pressed.append("down"), "Up")
    turtle.onkey(lambda: pressed.append("up"), "Up")
    turtle.onkey(lambda: pressed.append("dot"), ".")
    turtle.onkey(turtle.bye, "q")
    turtle.listen()
    keys = [("keydown", "Up"), ("keyup", "Up"), ("keyup", "period"), ("keyup", "x"), ("keyup", "q")]
    window.events = [{"kind": kind, "key": key} for kind, key in keys]

    turtle.mainloop()

    assert pressed == ["down", "up", "dot"]
    assert [["Up", "period", "q"], False, False, False] in [
        rest for name, *rest in window.operations if name == "wants"
    ]
    assert ["focus"] in window.operations


def test_a_key_that_no_keyboard_has_is_explained(turtle: Any) -> None:
    with pytest.raises(turtle.TK.TclError, match=r'bad event type or keysym "up" \(did you mean "Up"\?\)'):
        turtle.onkey(print, "up")


def test_clicks_meet_the_turtle_or_the_screen(window: Page, turtle: Any) -> None:
    heard: list[Any] = []
    turtle.shape("square")
    turtle.onclick(lambda x, y: heard.append(("turtle", x, y)))
    turtle.onrelease(lambda x, y: heard.append(("let go", x, y)))
    turtle.ondrag(lambda x, y: heard.append(("dragged", x, y)))
    turtle.onscreenclick(lambda x, y: heard.append(("screen", x, y)))
    turtle.onscreenclick(lambda x, y: turtle.bye(), 3)
    turtle.update()
    window.events = [
        {"kind": "press", "x": 100, "y": -50, "button": 1},
        {"kind": "release", "x": 100, "y": -50, "button": 1},
        {"kind": "press", "x": 3, "y": 4, "button": 1},
        {"kind": "move", "x": 60, "y": 70, "button": 1},
        {"kind": "release", "x": 60, "y": 70, "button": 1},
        {"kind": "press", "x": 0, "y": 0, "button": 3},
    ]

    turtle.mainloop()

    assert heard == [
        ("screen", 100, 50),
        ("turtle", 3, -4),
        ("screen", 3, -4),
        ("dragged", 60, -70),
        ("let go", 60, -70),
    ]


def test_timers_run_in_order_and_exitonclick_ends_the_program(window: Page, turtle: Any) -> None:
    order: list[str] = []
    turtle.ontimer(lambda: order.append("late"), 20)
    turtle.ontimer(lambda: order.append("soon"), 1)

    def click() -> None:
        order.append("click")
        window.events.append({"kind": "press", "x": 0, "y": 0, "button": 1})

    turtle.ontimer(click, 40)
    turtle.exitonclick()

    assert order == ["soon", "late", "click"]


def test_mainloop_comes_back_when_nothing_can_happen_any_more(window: Page, turtle: Any) -> None:
    order: list[str] = []
    turtle.onkey(lambda: order.append("key"), "a")
    turtle.onkey(None, "a")
    turtle.ontimer(lambda: turtle.ontimer(lambda: order.append("second timer"), 1), 1)

    turtle.mainloop()
    turtle.forward(10)
    turtle.update()

    assert order == ["second timer"]
    assert visible(window, "line"), "the window is still there"


def test_an_error_in_a_function_of_an_event_is_told_and_the_program_goes_on(turtle: Any) -> None:
    from turtle_window import widgets  # type: ignore[import-not-found]

    told: list[Exception] = []
    widgets.loop.report = told.append
    turtle.ontimer(lambda: 1 / 0, 1)
    turtle.ontimer(turtle.bye, 5)

    turtle.mainloop()

    assert [type(error) for error in told] == [ZeroDivisionError]


def test_after_bye_a_turtle_command_says_that_the_window_is_gone(turtle: Any) -> None:
    turtle.bye()

    with pytest.raises(turtle.Terminator):
        turtle.forward(10)


def test_questions_are_asked_until_the_answer_fits(window: Page, turtle: Any) -> None:
    window.answers = ["Ada", "ten", "11", "5", None]

    assert turtle.textinput("Hello", "Your name?") == "Ada"
    assert turtle.numinput("Sides", "How many?", 4, minval=3, maxval=10) == 5.0
    assert turtle.textinput("Hello", "Again?") is None

    asked = [rest for name, *rest in window.operations if name == "ask"]
    assert asked[0] == ["Hello", "Your name?", "", ""]
    assert [(value, note) for _, _, value, note in asked[1:4]] == [
        ("4", ""),
        ("ten", "That is not a number. Please try again."),
        ("11", "The largest number allowed is 10. Please try again."),
    ]


GIF = b"GIF89a\x0a\x00\x14\x00\x80\x00\x00" + b"\x00" * 20
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + b"\x00\x00\x00\rIHDR"
    + (7).to_bytes(4, "big")
    + (9).to_bytes(4, "big")
    + b"\x08" * 8
)


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
