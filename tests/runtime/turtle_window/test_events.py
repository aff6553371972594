"""Keys, clicks, timers and questions of turtle."""

from typing import Any

import pytest

from tests.runtime.turtle_window.page import Page, visible


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
