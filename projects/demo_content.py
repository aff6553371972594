"""The demo projects: real folders in `projects/demo/`, each with a `demo.json` beside its files.

`demo.json` says what the project is called, who gets it, and what is typed and printed when the tests run it. With
`example` in it the project is also one of the public examples, at `/examples/` and the folder's name.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "demo"
ABOUT = "demo.json"


@dataclass(frozen=True, slots=True)
class Example:
    """What the list of examples says of a project. `uses` names libraries, `needs_network` a server elsewhere."""

    order: int
    topic: str
    uses: str
    about: str
    needs_network: bool


@dataclass(frozen=True, slots=True)
class DemoProject:
    """One folder, called `slug`. `files` are path → content, `inputs` the lines typed in a test, `expect` what it
    must print.
    """

    slug: str
    name: str
    main_path: str
    owners: tuple[str, ...]
    files: dict[str, bytes]
    inputs: tuple[str, ...]
    expect: tuple[str, ...]
    images: int
    example: Example | None


def demo_projects() -> list[DemoProject]:
    """All of them, by folder name."""
    return [_read(folder) for folder in sorted(FOLDER.iterdir()) if (folder / ABOUT).is_file()]


@lru_cache(maxsize=1)
def examples() -> dict[str, DemoProject]:
    """The public examples by slug, in the order of their list. Read once: they come with the program."""
    shown = [(demo.example.order, demo) for demo in demo_projects() if demo.example]
    return {demo.slug: demo for _, demo in sorted(shown, key=lambda pair: pair[0])}


def _read(folder: Path) -> DemoProject:
    about = json.loads((folder / ABOUT).read_text())
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ABOUT)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if "__pycache__" not in path.parts
    }
    return DemoProject(
        slug=folder.name,
        name=about["name"],
        main_path=about["main"],
        owners=tuple(about["for"]),
        files=files,
        inputs=tuple(about["inputs"]),
        expect=tuple(about["expect"]),
        images=about["images"],
        example=_example(about.get("example")),
    )


def _example(about: dict[str, Any] | None) -> Example | None:
    if about is None:
        return None
    return Example(about["order"], about["topic"], about["uses"], about["about"], about.get("network", False))
