# A turtle race. Bet on a turtle, and press the space bar to cheer it on.

import random
import turtle

COLOURS = ["red", "orange", "green", "blue"]
START, FINISH = -270, 250

screen = turtle.Screen()
screen.setup(640, 420)
screen.title("Turtle race")
screen.bgcolor("honeydew")

bet = None
while bet not in COLOURS:
    bet = screen.textinput("Your bet", "Which turtle will win: red, orange, green or blue?")
print("Your turtle:", bet)


def draw_finish():
    """Two columns of small squares, without animation."""
    pen = turtle.Turtle(visible=False)
    pen.penup()
    screen.tracer(0)  # from here on nothing is shown …
    for row in range(16):
        for column in range(2):
            pen.goto(FINISH + 15 * column, 105 - 15 * row)
            pen.dot(15, "black" if (row + column) % 2 else "white")
    screen.tracer(1)  # … and now everything at once


def hop():
    """Every turtle runs a bit. Then the next hop is ordered, until one of them is there."""
    for runner in runners:
        runner.forward(random.randint(4, 16))
        if runner.xcor() >= FINISH:
            end(runner)
            return
    screen.ontimer(hop, 60)  # in 60 milliseconds


def cheer():
    """Your turtle hears you. What happens when you cheer too much?"""
    mine.forward(3)


def end(winner):
    """Write down who won, and close the race."""
    name = winner.pencolor()
    print("The winner is", name + "!", "You were right." if name == bet else "Better luck next time.")
    winner.write("  first!", font=("Arial", 14, "bold"))
    screen.bye()


draw_finish()
runners = []
for number, colour in enumerate(COLOURS):
    runner = turtle.Turtle(shape="turtle")
    runner.color(colour)
    runner.penup()
    runner.speed(0)
    runner.goto(START, 75 - 50 * number)
    runners.append(runner)
mine = runners[COLOURS.index(bet)]

screen.onkey(cheer, "space")
screen.listen()
hop()
screen.mainloop()
