"""Documents for tests: any that the shapes allow, made from the shapes themselves."""

from functools import singledispatch

from hypothesis import strategies as st

from exercises.document import figures, files, generators, kinds, python_text, rules
from exercises.document.kinds import COMMON, FIELDS
from exercises.document.records import ByField, Either, Listing, Maybe, Record
from exercises.document.shapes import Choice, Flag, Integer, Number, Text
from exercises.document.validation import DOCUMENT_FIELDS, FOLDERS, validate

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
anything = st.one_of(
    st.text(characters, max_size=30),
    st.text(st.sampled_from(" \n\t:#-'\"[]{}&*!|>%@`,?~aé\x85\u2028\ufeff😀\\"), max_size=30),
    st.sampled_from(
        [
            "null",
            "~",
            "true",
            "007",
            "1e3",
            "- a",
            "---",
            "a: b",
            "# x",
            " a\n  b\n",
            "\n\na",
            "a \n",
            "x\n\n",
            "…",
            "---\n",
        ]
    ),
)
names = st.sampled_from(["main.py", "a.py", "data/numbers.csv", "é.txt", "b c.py", "notes"])
WORDS = {
    python_text.code: st.sampled_from(["area(3)", 'print({"a": [1, 2]})', "x = 1\nx", "# only\n1"]),
    python_text.literal: st.sampled_from(["12", "'a: b'", "[1, {'a': (1, 2)}]", "set()", "nan", "Decimal('1')"]),
    python_text.exception: st.sampled_from(["ValueError", "ValueError: too small", "shop.Closed: no: never"]),
    python_text.expression: st.sampled_from(["Dog('Rex')", "{1: 2}", "[1, 2]"]),
    python_text.lines_of_code: st.sampled_from(["", "import random\n\nrandom.seed(1)", "x = ' '"]),
    python_text.identifier: st.sampled_from(["area", "größe"]),
    kinds.module_name: st.sampled_from(["main", "shop.till", "b c"]),
    python_text.dotted: st.sampled_from(["main", "shop.till"]),
    rules.construct: st.sampled_from(["for", "sorted()", ".append()", "f-string"]),
    rules.called: st.sampled_from(["print", ".append", "random.choice"]),
    figures.colour: st.sampled_from(["#ff0000", "#00aaff"]),
    figures.shown_or_path: st.sampled_from(["shown", "out/picture.png"]),
    generators.generator: st.sampled_from(["int(-5, 5)", "list(text(1, 3, 'ab'), 0, 4)", "choice('a', None)"]),
    files.usable_path: names,
    files.picture_path: st.sampled_from(["a.png", "b/c.SVG"]),
}  # fmt: skip


@singledispatch
def values(shape):
    raise TypeError(shape)


@values.register
def _(shape: Text):
    if shape.then in WORDS:
        return WORDS[shape.then]
    text = anything if shape.lines else anything.map(lambda text: " ".join(text.split()))
    return text.filter(str.strip) if shape.filled else text


@values.register
def _(shape: Choice):
    return st.sampled_from(shape.words)


@values.register
def _(shape: Flag):
    return st.booleans()


@values.register
def _(shape: Integer):
    return st.integers(shape.low, min(shape.high, shape.low + 300))


@values.register
def _(shape: Number):
    return st.floats(max(shape.low, -1e20), min(shape.high, 1e20))


@values.register
def _(shape: Maybe):
    return st.none() | values(shape.shape)


@values.register
def _(shape: Either):
    return st.sampled_from(shape.words) | values(shape.shape)


@values.register
def _(shape: Listing):
    return st.lists(values(shape.shape), min_size=shape.fewest, max_size=min(shape.most, shape.fewest + 2))


@values.register
def _(shape: Record):
    return fields(shape.fields)


@values.register
def _(shape: ByField):
    return st.one_of([values(record) for record in shape.records.values()])


def fields(known):
    """A record with some of its fields."""
    needed = {name: values(field.shape) for name, field in known.items() if not optional(field)}
    others = {name: values(field.shape) for name, field in known.items() if optional(field)}
    return st.fixed_dictionaries(needed, optional=others)


def optional(field):
    return field.default is not kinds.Field(Flag()).default


def file_lists(paths):
    content = st.one_of(
        anything.map(lambda text: {"text": text}),
        st.binary(max_size=20).map(lambda raw: {"base64": files.file_of("", raw + b"\xff")["base64"]}),
    )
    item = st.tuples(paths, content).map(lambda pair: {"path": pair[0], **pair[1]})
    return st.lists(item, max_size=3, unique_by=lambda file: file["path"].casefold())


def checks():
    common = {name: field for name, field in COMMON.items() if name not in ("kind", "id")}
    ids = st.just("") | st.sampled_from(["area", "two-numbers", "check-2", "check"])
    return st.one_of(
        [
            st.tuples(ids, fields(common), fields(own)).map(
                lambda parts, kind=kind: {"id": parts[0], **parts[1], **parts[2], "kind": kind}
            )
            for kind, own in FIELDS.items()
        ]
    )


def agreeing(check, tests):
    """The check with fields that fit each other and the files, where a shape alone cannot know that."""
    for fit in (_fit_pattern, _fit_cases, FITTING.get(check["kind"], lambda check, tests: None)):
        fit(check, tests)
    return check


def _fit_pattern(check, _):
    field = {"output": "output", "file": "content"}.get(check["kind"])
    if check.get("match") == "pattern" and field:
        check[field] = "[0-9]+\\.\n"
    elif check.get("match") == "pattern":
        del check["match"]


def _fit_cases(check, _):
    for case in check.get("cases", []):
        if case.get("gives"):
            case.pop("raises", None)


def _fit_file(check, tests):
    paths = [file["path"] for file in tests if "text" in file]
    check["make" if check["kind"] == "puzzle" else "file"] = (paths or [MISSING])[0]


def _fit_random(check, _):
    for field in ("lines",) if check.get("function") else ("function", "arguments"):
        check.pop(field, None)
    field = "arguments" if check.get("function") else "lines"
    check[field] = check.get(field) or ["int(1, 3)"]


def _fit_picture(check, _):
    check["width"] = 1


def _fit_figure(check, _):
    for series in check["data"] if isinstance(check.get("data"), list) else ():
        series["y"] = [-number for number in series["x"]]


MISSING = "missing.py"
FITTING = {
    **dict.fromkeys(["unittest", "doctest", "puzzle"], _fit_file),
    "random": _fit_random,
    "picture": _fit_picture,
    "figure": _fit_figure,
}


@st.composite
def documents(draw):
    """A valid document."""
    written = draw(fields({name: field for name, field in DOCUMENT_FIELDS.items() if name not in FOLDERS}))
    for name in FOLDERS:
        written[name] = draw(file_lists(WORDS[files.picture_path] if name == "pictures" else names))
    some = [agreeing(check, written["tests"]) for check in draw(st.lists(checks(), max_size=4))]
    written["checks"] = [
        check
        for number, check in enumerate(some)
        if MISSING not in (check.get("file"), check.get("make"))
        and not (check["id"] and check["id"] in [other["id"] for other in some[:number]])
    ]
    written["main"] = (written["starter"] + written["solution"] + [{"path": "main.py"}])[0]["path"]
    document, problems = validate(written)
    assert problems == []
    return document
