"""Errors of limits and ends: too deep, too large, interrupted, nothing more to come, a claim that failed."""

import ast
import re
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.wording import Explanation, Rule, first, plain, say


def recursion(problem: Any) -> Explanation:
    """A function that calls itself without end."""
    name = problem.frame.f_code.co_name if problem.frame is not None else ""
    named = name if name and not name.startswith("<") else ""
    if named.startswith("__") and named.endswith("__"):
        return Explanation(
            f"`{named}` calls itself over and over",
            "Python calls this method by itself, here from inside the method.",
            "Inside it, use parts of the object (`self.name`), not the object as a whole.",
        )
    function = f"`{named}`" if named else "the function"
    return Explanation(
        f"{f'`{named}`' if named else 'A function'} calls itself too often",
        "Each call waits for the next one, and Python stops after about a thousand. Usually the case that "
        "ends it is missing or never reached.",
        f"Write the end first: `if n == 0: return 1`. Then check that every call of {function} comes "
        f"closer to it.",
    )


def memory(problem: Any) -> Explanation:
    """More than the browser gives."""
    return Explanation(
        "The memory is full",
        "The program keeps more at a time than the browser allows for it.",
        "Look for a list or a text that grows without end, or work through the data piece by piece.",
    )


def assertion(problem: Any) -> Explanation:
    """`assert` with something that is false; both sides of a comparison are shown."""
    node = problem.statement
    test = node.test if isinstance(node, ast.Assert) else None
    compared = ""
    if isinstance(test, ast.Compare) and problem.frame is not None:
        for side in (test.left, test.comparators[0]):
            value = values.evaluate(problem.frame, side)
            source = problem.source_of(side, 40)
            shown = values.shown(value) if value is not values.UNKNOWN else ""
            if source and shown and not isinstance(side, ast.Constant):
                compared += f" `{source}` is {shown}."
    claim = problem.source_of(test)
    return Explanation(
        f"The claim `{claim}` is not true" if claim else "A claim of the program is not true",
        f"`assert` checks that something holds, and stops the program if it does not.{compared}",
        "Find out why it is false: print what stands on both sides.",
    )


def ended_input(problem: Any) -> Explanation:
    """EOFError."""
    return Explanation(
        "There is nothing more to read",
        "`input()` waited for a line, but the input was ended, as Ctrl+D does.",
        "Check how often the program asks, and how many lines there are.",
    )


def interrupted(problem: Any) -> Explanation:
    """KeyboardInterrupt that was not ours."""
    return Explanation(
        "The program was interrupted",
        "Somebody asked it to stop, or it raised `KeyboardInterrupt` itself.",
        "Run it again whenever you like.",
    )


def no_more(problem: Any) -> Explanation:
    """StopIteration."""
    return Explanation(
        "`next` asked for one more item, and there is none",
        "A generator or an iterator gives each of its items once. All of them have been taken.",
        "Write `next(items, None)` to get `None` at the end, or go through it with a `for` loop, which "
        "stops by itself.",
    )


def not_written(problem: Any) -> Explanation:
    """NotImplementedError."""
    return Explanation(
        "This part has not been written yet",
        "The method is only a promise. A class that inherits from this one has to write it.",
        "Write a method of the same name in your class, or remove the line `raise NotImplementedError`.",
    )


RUNTIME: tuple[Rule, ...] = (
    say(
        r"(dictionary|Set|OrderedDict|deque) (?:changed size|keys changed|mutated) during iteration",
        "It was changed while a loop was going through it",
        "Python loses its place when items are added or removed during the loop.",
        "Go through a copy: `for key in list(scores):`",
    ),
    say(
        r"generator raised StopIteration",
        "Inside a generator, `next` found nothing more",
        "A generator ends with `return`; a `StopIteration` in it counts as an error.",
        "Write `next(items, None)`, or `return` where it is to end.",
    ),
    say(
        r"super\(\): no arguments",
        "`super()` only works inside a method of a class",
        "It stands for the class above, and here Python is in none.",
        "Call it in a method that has `self`.",
    ),
    say(
        r"asyncio\.run\(\) cannot be called from a running event loop|This event loop is already running",
        "The event loop is running already",
        "Inside an `async` function, others are awaited directly.",
        "Write `await main()` in place of `asyncio.run(main())`.",
    ),
    say(
        r"WebAssembly stack switching not supported|Cannot stack switch",
        "This browser cannot wait in the middle of a function",
        "`asyncio.run` has to wait, and in this browser Python can wait only outside of functions.",
        "Call `asyncio.run(main())` at the end of the program, not inside a function. Or use a current Chrome or Edge.",
    ),
    say(
        r"cannot reuse already awaited coroutine",
        "This call has been awaited already",
        "What an `async` function gives can be awaited only once.",
        "Call the function again.",
    ),
    say(
        r"cannot release un-acquired lock",
        "The lock is not held",
        "`release` gives back a lock that was taken with `acquire`.",
        "Use `with lock:`, which does both.",
    ),
)


def runtime(problem: Any) -> Explanation | None:
    """RuntimeError by its message."""
    return first(RUNTIME, problem, problem.message)


def encoding_name(problem: Any) -> Explanation | None:
    """LookupError: an encoding that does not exist."""
    found = re.match(r"unknown encoding: (.+)", problem.message)
    if not found:
        return None
    return Explanation(
        f"There is no encoding `{plain(found[1])}`",
        "An encoding says how letters become bytes.",
        'Write `encoding="utf-8"`.',
    )
