"""Programs with an event loop in browsers where Python cannot wait in the middle of a function."""

import ast
import asyncio
import inspect
from concurrent.futures import ThreadPoolExecutor
from types import CodeType
from typing import Any

import pytest
from codeyard import waiting  # type: ignore[import-not-found]

MAIN = "async def main(n=1):\n    await asyncio.sleep(0)\n    heard.append(n)\n    return n + 1\n"
PROGRAMS = {
    "the usual call": f"import asyncio\n{MAIN}asyncio.run(main())",
    "only when it is the main program": f"import asyncio\n{MAIN}if True:\n    asyncio.run(main())",
    "with options": f"import asyncio\n{MAIN}asyncio.run(main(), debug=True)",
    "another name of the module": f"import asyncio, asyncio as aio\n{MAIN}aio.run(main())",
    "the function alone": f"import asyncio\nfrom asyncio import run\n{MAIN}run(main())",
    "another name of the function": f"import asyncio\nfrom asyncio import run as go\n{MAIN}go(main())",
    "a loop of its own": f"import asyncio\n{MAIN}asyncio.new_event_loop().run_until_complete(main())",
    "what it gives": f"import asyncio\n{MAIN}assert asyncio.run(main()) == 2",
}


def code_of(source: str) -> CodeType:
    tree = waiting.await_at_the_top(ast.parse(source))
    return compile(tree, "main.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


def run(source: str) -> list[Any]:
    """What a program hears, run in a loop that runs already, as the browser's does."""
    scope: dict[str, Any] = {"heard": [], waiting.RUN: waiting.run}

    async def program() -> None:
        result = eval(code_of(source), scope)  # noqa: S307
        if inspect.iscoroutine(result):
            await result

    # In a thread of its own: a browser of other tests may have left its loop in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, program()).result()
    heard: list[Any] = scope["heard"]
    return heard


@pytest.mark.parametrize("source", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_an_event_loop_at_the_top_is_awaited(source: str) -> None:
    assert run(source) == [1]


def test_twice_and_in_a_loop() -> None:
    assert run(f"import asyncio\n{MAIN}for n in range(3):\n    asyncio.run(main(n))") == [0, 1, 2]


def test_inside_a_function_nothing_is_changed() -> None:
    sources = (
        "def start():\n    asyncio.run(main())",
        "start = lambda: asyncio.run(main())",
        "[asyncio.run(x) for x in y]",
    )
    for source in sources:
        tree = ast.parse(f"import asyncio\n{source}")
        assert ast.dump(waiting.await_at_the_top(tree)) == ast.dump(ast.parse(f"import asyncio\n{source}"))


def test_a_function_of_the_students_own_that_is_called_run_is_left_alone() -> None:
    assert run("def run(n):\n    heard.append(n)\nrun(5)") == [5]


def test_what_is_no_coroutine_is_refused_as_asyncio_does() -> None:
    with pytest.raises(ValueError, match="a coroutine was expected"):
        run("import asyncio\nasync def main(): pass\nasyncio.run(main)")


def test_an_error_keeps_its_line() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        run("import asyncio\nasync def main():\n    1 / 0\n\nasyncio.run(main())")

    lines = [entry.lineno + 1 for entry in caught.traceback if str(entry.path).endswith("main.py")]
    assert lines == [5, 3]
