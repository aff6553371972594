"""ImportError and ModuleNotFoundError: a module, or a name in a module, that is not there."""

import re
import sys
from pathlib import Path
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.attributes import circular, shadowing
from codeyard.explanations.similar import closest
from codeyard.explanations.wording import Explanation, Rule, first, plain, say

# Names under which people look for packages and modules, and the names by which they are imported.
OTHER_NAMES = {
    "pillow": "PIL", "pil": "PIL", "image": "PIL", "beautifulsoup": "bs4", "beautifulsoup4": "bs4",
    "scikit-learn": "sklearn", "scikit_learn": "sklearn", "pyyaml": "yaml", "opencv": "cv2",
    "mathplotlib": "matplotlib", "matplot": "matplotlib", "pyplot": "matplotlib.pyplot",
    "urllib2": "urllib.request", "stringio": "io", "cpickle": "pickle",
}  # fmt: skip
PACKAGES = (
    "numpy", "pandas", "matplotlib", "scipy", "sklearn", "sympy", "PIL", "bs4", "lxml", "yaml", "regex", "networkx",
    "requests", "sqlalchemy", "turtle", "pygame", "seaborn",
)  # fmt: skip


def _not_found(problem: Any, match: "re.Match[str]") -> Explanation:
    name = match[1]
    top = name.partition(".")[0]
    if "is not a package" in problem.message:
        return _not_a_package(problem, name)
    own = _own_modules(problem.root)
    if top.endswith(".py") or name.endswith(".py"):
        return Explanation(
            "In `import` a file is named without `.py`",
            "Python adds the ending itself.",
            f"Write `import {plain(name.removesuffix('.py'))}`.",
        )
    meant = OTHER_NAMES.get(top.lower()) or closest(top, [*own, *PACKAGES, *_standard_modules()])
    if meant is not None and meant != top:
        return Explanation(
            f"There is no module `{plain(name)}`. Did you mean `{meant}`?",
            "Python found no file of this name in the project, and no module or package.",
            f"Write `import {meant}`. Capital and small letters matter.",
        )
    files = (
        f" Your own files that can be imported: {', '.join(f'`{one}`' for one in own[:8])}." if own else ""
    )
    return Explanation(
        f"There is no module `{plain(name)}` here",
        f"Python found no file `{plain(top)}.py` in the project, and no module or package of this "
        f"name.{files}",
        "Check the spelling. A package written in Python alone can be added in a file `requirements.txt`, "
        "one name a line.",
    )


def _standard_modules() -> list[str]:
    return [name for name in sys.stdlib_module_names if not name.startswith("_")]


def _own_modules(root: str) -> list[str]:
    try:
        return sorted(path.stem for path in Path(root).glob("*.py") if path.stem.isidentifier())
    except OSError:
        return []


def _not_a_package(problem: Any, name: str) -> Explanation:
    top, _, rest = name.rpartition(".")
    if values.is_own_module(sys.modules.get(top), problem.root):
        return shadowing(top, rest)
    return Explanation(
        f"The module `{plain(top)}` has no modules inside it",
        f"A full stop in `import` leads into a folder of modules. `{plain(top)}` is a single one.",
        f"Write `import {plain(top)}` or `from {plain(top)} import {plain(rest)}`.",
    )


def _no_name(problem: Any, match: "re.Match[str]") -> Explanation:
    name, module_name = plain(match[1]), match[2]
    top = module_name.partition(".")[0]
    own = values.is_own_module(sys.modules.get(top), problem.root)
    if own and top in sys.stdlib_module_names:
        return shadowing(top, name)
    if "partially initialized" in problem.message or "circular import" in problem.message:
        return circular(top)
    module = sys.modules.get(module_name)
    names = [one for one in vars(module) if type(one) is str] if type(module) is type(sys) else []
    meant = closest(name, names)
    where = f"Your file `{plain(module_name)}.py`" if own else f"The module `{plain(module_name)}`"
    return Explanation(
        f"{where} has no `{name}`" + (f". Did you mean `{meant}`?" if meant else ""),
        "The module was found, but nothing in it has this name.",
        f"Write `from {plain(module_name)} import {meant}`."
        if meant
        else "Check the spelling. Capital and small letters matter.",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'", _no_name),
    say(
        r"attempted relative import with no known parent package",
        "`from . import …` only works inside a package",
        "The full stop means: from the folder of this package. The main program is not in one.",
        "Write `import name` with the name of the file, without the full stop.",
    ),
    Rule(r"No module named '?([\w.\-]+)'?", _not_found),
)


def explain(problem: Any) -> Explanation | None:
    """What to say about an import that failed. What a library says in a sentence of its own is left as it is."""
    sentence = re.match(r"No module named '[\w.]+': (.+)", problem.message, re.DOTALL)
    if sentence:
        return _told(problem, sentence[1])
    return first(RULES, problem, problem.message)


def _told(problem: Any, sentence: str) -> Explanation:
    """The import system of ours has said why."""
    text = plain(sentence, 300)
    name = plain(str(problem.error.name or ""))
    hint = (
        f"Packages that are written in Python alone can be added: write `{name}` into a file `requirements.txt`."
        if text.endswith("is not installed on this server")
        else ""
    )
    return Explanation(
        f"`{name}` cannot be imported here",
        text[0].upper() + text[1:] + ("" if text.endswith(".") else "."),
        hint,
    )
