"""Tagged values as Python would write them, for people to read."""

from typing import Any

Tagged = dict[str, Any]
LONGEST = 2_000  # characters
NAMES = {
    "int": "a whole number",
    "float": "a decimal number",
    "str": "a text",
    "bool": "True or False",
    "none": "None",
    "list": "a list",
    "tuple": "a tuple",
    "set": "a set",
    "dict": "a dictionary",
    "array": "an array",
    "table": "a table",
}


def shown(value: Any) -> str:
    """The value as source text, at most 2,000 characters."""
    try:
        text = _shown(value)
    except (KeyError, TypeError, ValueError, IndexError, RecursionError, AttributeError):
        text = "a value that cannot be shown"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2]} …"


def type_name(value: Any) -> str:
    """What kind of value it is, in words."""
    tag = value.get("t") if isinstance(value, dict) else None
    if tag == "object" or (isinstance(value, dict) and value.get("class")):
        return f"a value of type {str(value.get('class'))[:60]}"
    return NAMES.get(str(tag), f"a {tag}")


def _shown(value: Tagged) -> str:
    tag, content = value["t"], value.get("v")
    text = _PLAIN[tag](content) if tag in _PLAIN else _special(tag, value)
    name = value.get("class")
    plain_scalar = tag in ("int", "float", "bool", "str", "complex", "bytes")
    return f"{name}({text})" if name and tag not in ("object", "table") and not plain_scalar else text


def _special(tag: str, value: Tagged) -> str:
    match tag:
        case "object":
            return str(value["text"]) or f"an object of {value['class']}"
        case "array":
            return f"array({_nested(value['v'], value['shape'])})"
        case "table":
            return _table(value)
        case "cut":
            return "a value that is too large to be compared"
        case "again":
            return "[...]"
    raise ValueError(tag)


def _joined(items: list[Tagged]) -> str:
    return ", ".join(_shown(item) for item in items)


def _tuple(items: list[Tagged]) -> str:
    return f"({_joined(items)},)" if len(items) == 1 else f"({_joined(items)})"


def _set(items: list[Tagged]) -> str:
    return "{" + ", ".join(sorted(_shown(item) for item in items)) + "}" if items else "set()"


def _range(parts: list[str]) -> str:
    start, stop, step = (int(part, 0) for part in parts)
    return repr(range(start, stop, step))


def _complex(parts: list[str]) -> str:
    return repr(complex(float(parts[0]), float(parts[1])))


def _nested(items: list[Tagged], shape: list[int]) -> str:
    if len(shape) <= 1:
        return f"[{_joined(items)}]" if shape else _joined(items)
    step = len(items) // shape[0] if shape[0] else 0
    rows = (items[row * step : (row + 1) * step] for row in range(shape[0]))
    return f"[{', '.join(_nested(row, shape[1:]) for row in rows)}]"


def _table(value: Tagged) -> str:
    head = ["", *(_cell(name) for name in value["columns"])]
    rows = [
        [_cell(name), *(_cell(item) for item in row)]
        for name, row in zip(value["index"], value["rows"], strict=True)
    ]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = (
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in [head, *rows]
    )
    return "\n".join(line.rstrip() for line in lines)


def _cell(value: Tagged) -> str:
    return str(value["v"]) if value["t"] == "str" else _shown(value)


_PLAIN = {
    "none": lambda _: "None",
    "bool": repr,
    "int": lambda text: text if "x" not in text else f"{text[:60]} …",
    "float": lambda text: repr(float(text)),
    "complex": _complex,
    "str": repr,
    "bytes": lambda text: repr(bytes.fromhex(text)),
    "bytearray": lambda text: repr(bytearray.fromhex(text)),
    "list": lambda items: f"[{_joined(items)}]",
    "tuple": _tuple,
    "set": _set,
    "frozenset": lambda items: f"frozenset({_set(items)})" if items else "frozenset()",
    "dict": lambda pairs: "{" + ", ".join(f"{_shown(name)}: {_shown(item)}" for name, item in pairs) + "}",
    "range": _range,
    "decimal": lambda text: f"Decimal({str(text)!r})",
    "fraction": lambda parts: f"Fraction({parts[0]}, {parts[1]})",
    "date": lambda text: f"date {text}",
    "time": lambda text: f"time {text}",
    "datetime": lambda text: f"datetime {text}",
    "timedelta": lambda parts: f"timedelta(days={parts[0]}, seconds={parts[1]}, microseconds={parts[2]})",
}
