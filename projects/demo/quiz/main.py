# A quiz. The questions are in questions.py, so that you can change them without touching the game.

from questions import QUESTIONS


def ask(number, question):
    """Ask one question. Gives 1 for a right answer and 0 for a wrong one."""
    print(f"\nQuestion {number}: {question['text']}")
    for letter, answer in zip("abc", question["answers"]):
        print(f"  {letter}) {answer}")

    typed = input("Your answer: ").strip().lower()
    while typed not in ("a", "b", "c"):
        typed = input("Please type a, b or c: ").strip().lower()

    chosen = question["answers"]["abc".index(typed)]
    if chosen == question["right"]:
        print("Right!")
        return 1
    print("Not quite. It is", question["right"] + ".")
    return 0


score = 0
for number, question in enumerate(QUESTIONS, start=1):
    score += ask(number, question)

print(f"\nYou have {score} of {len(QUESTIONS)} points.")
if score == len(QUESTIONS):
    print("Perfect!")
