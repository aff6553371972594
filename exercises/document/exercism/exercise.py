"""One exercise of a track, as a document."""

import ast
from pathlib import PurePosixPath
from typing import Any

from exercises.document import limits
from exercises.document.exercism import prose, test_files
from exercises.document.exercism.metadata import shortened, text, texts
from exercises.document.exercism.sources import CONFIG, Names, NotTakenError, Source, names_of, read_config
from exercises.document.files import file_of
from exercises.document.python_text import parse
from exercises.document.shapes import FaultError
from exercises.document.validation import validate

SECONDS = 30  # a whole file of tests, on a slow device


def read_exercise(source: Source) -> dict[str, Any]:
    """The document. Adds to the source's messages what was left out. Raises NotTakenError."""
    config = read_config(source)
    names = names_of(source, config)
    tests, helpers = _tests(source, names)
    _scan(source, [*names.solutions, *names.examples])
    introduction = source.read(".docs/introduction.md") + source.read(".docs/introduction.append.md")
    instructions = source.read(".docs/instructions.md")
    for number in prose.remote_pictures(instructions):
        source.say(".docs/instructions.md", number, "A picture on another server is not shown.")
    written = {
        "title": shortened(text(source.about, "name") or PurePosixPath(source.folder).name, limits.TITLE),
        "summary": shortened(text(config, "blurb"), limits.SUMMARY),
        "difficulty": _difficulty(source.about),
        "topics": _topics(source.about),
        "credit": shortened(_credit(config), limits.CREDIT),
        "text": prose.whole_text(introduction, instructions, source.read(".docs/instructions.append.md")),
        "main": names.solutions[0],
        "starter": [*_starter(source, names), *helpers],
        "solution": _solution(source, names),
        "tests": [file_of(path, content.encode()) for path, content in tests.items()],
        "hints": prose.hints(source.read(".docs/hints.md")),
        "checks": [_check(path, len(tests)) for path in tests],
    }
    document, problems = validate(written)
    if problems:
        raise NotTakenError(CONFIG, str(problems[0]))
    return document


def _tests(source: Source, names: Names) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The files with tests, and those that only help them."""
    trees = {path: _tree(source, path) for path in names.tests}
    tests = {path: tree for path, tree in trees.items() if test_files.is_unittest(tree)}
    for path, tree in trees.items():
        if test_files.is_pytest(tree):
            raise NotTakenError(
                path, "The tests are written for pytest; only those for unittest can be taken."
            )
    if not tests:
        raise NotTakenError(names.tests[0], "There are no tests in this file.")
    _scan(source, list(trees))
    _check_imports(source, names, tests)
    helpers = [file_of(path, source.files[path]) for path in trees if path not in tests]
    return {path: _without_marks(source, path) for path in tests}, helpers


def _check_imports(source: Source, names: Names, tests: dict[str, ast.Module]) -> None:
    modules = {path.removesuffix(".py").replace("/", ".") for path in names.solutions}
    for path, tree in tests.items():
        if not modules & {name for name, _ in test_files.imported_modules(tree)}:
            source.say(path, None, f"The tests do not import {' or '.join(sorted(modules))}.")


def _without_marks(source: Source, path: str) -> str:
    content, marked = test_files.without_marks(source.read(path))
    if marked:
        source.say(path, None, "The numbers of tasks (pytest.mark.task) were left out.")
    return content


def _tree(source: Source, path: str) -> ast.Module:
    try:
        return parse(source.read(path))
    except FaultError as fault:
        raise NotTakenError(path, str(fault)) from None


def _scan(source: Source, paths: list[str]) -> None:
    for path in paths:
        if path not in source.files:
            continue
        try:
            tree = parse(source.read(path))
        except FaultError:
            source.say(path, None, "This file is no Python, and was taken as it is.")
            continue
        for module, line, note in test_files.needs(tree):
            source.say(path, line, f"This needs {module}. {note}")


def _starter(source: Source, names: Names) -> list[dict[str, str]]:
    """The stub, and every other file that stands beside it: data, and modules that tests or stub import."""
    for path in names.solutions:
        if path not in source.files:
            source.say(path, None, "There is no stub, so a student begins with an empty file.")
    known = {*names.tests, *names.examples, "README.md", "HELP.md", "HINTS.md"}
    beside = [
        path for path in source.files if path not in known and not path.startswith(".") and "/" not in path
    ]
    editor = [path for path in names.editor if path in source.files]
    wanted = dict.fromkeys([*names.solutions, *sorted(beside), *editor])
    return [file_of(path, source.files.get(path, b"")) for path in wanted]


def _solution(source: Source, names: Names) -> list[dict[str, str]]:
    pairs = [(path, example) for path, example in zip(names.solutions, names.examples, strict=False)]
    there = [(path, example) for path, example in pairs if example in source.files]
    if len(there) < len(names.solutions):
        source.say(
            names.examples[0], None, "There is no solution for every file, so it cannot be published yet."
        )
    return [file_of(path, source.files[example]) for path, example in there]


def _check(path: str, count: int) -> dict[str, Any]:
    name = "All tests" if count == 1 else f"Tests of {path}"
    return {
        "id": "tests" if count == 1 else "",
        "name": name,
        "kind": "unittest",
        "file": path,
        "seconds": SECONDS,
    }


def _difficulty(about: dict[str, Any]) -> str:
    number = about.get("difficulty")
    if isinstance(number, bool) or not isinstance(number, int) or number <= 3:
        return "easy"
    return "medium" if number <= 6 else "hard"


def _topics(about: dict[str, Any]) -> list[str]:
    named = [topic for name in ("topics", "concepts", "practices") for topic in texts(about, name)]
    words = dict.fromkeys(
        shortened(topic.replace("-", " ").replace("_", " ").strip(), limits.TOPIC) for topic in named
    )
    return [topic for topic in words if topic][: limits.TOPICS]


def _credit(config: dict[str, Any]) -> str:
    people = texts(config, "authors")
    by = f"By {', '.join(people)} for Exercism." if people else "From Exercism."
    source, address = text(config, "source"), text(config, "source_url")
    if source or address:
        by += f" Source: {source} ({address})." if source and address else f" Source: {source or address}"
    return by
