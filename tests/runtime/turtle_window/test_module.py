"""What `import turtle` gives."""

import sys
from typing import Any

import pytest

from tests.runtime.turtle_window.page import Page, visible

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


def test_the_stand_in_is_seen_by_turtle_only(turtle: Any) -> None:
    assert "tkinter" not in sys.modules
    assert issubclass(turtle.TK.TclError, Exception)


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
