"""A readable difference: first by lines, then inside lines that are nearly alike."""

from difflib import SequenceMatcher

Part = tuple[str, str]
SIZE = 20_000  # characters; what is longer is compared by lines alone
LINES = 500
ALIKE = 0.5


def difference(expected: str, got: str) -> list[Part]:
    """Pieces of both texts in order: `same`, `missing` (expected and not there) and `extra` (there, not expected)."""
    wanted, seen = expected.splitlines(keepends=True)[:LINES], got.splitlines(keepends=True)[:LINES]
    parts: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(None, wanted, seen, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(("same", "".join(wanted[a:b])))
        else:
            parts += _changed(wanted[a:b], seen[c:d])
    return _joined(parts)


def _changed(wanted: list[str], seen: list[str]) -> list[Part]:
    parts: list[Part] = []
    for one, other in zip(wanted, seen, strict=False):
        parts += _inside(one, other)
    common = min(len(wanted), len(seen))
    return [*parts, ("missing", "".join(wanted[common:])), ("extra", "".join(seen[common:]))]


def _inside(wanted: str, seen: str) -> list[Part]:
    matcher = SequenceMatcher(None, wanted, seen, autojunk=False)
    too_long = len(wanted) * len(seen) > SIZE * 10
    if too_long or matcher.ratio() < ALIKE:
        return [("missing", wanted), ("extra", seen)]
    parts: list[Part] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        parts += (
            [("same", wanted[a:b])] if kind == "equal" else [("missing", wanted[a:b]), ("extra", seen[c:d])]
        )
    return parts


def _joined(parts: list[Part]) -> list[Part]:
    joined: list[Part] = []
    for kind, text in parts:
        if text and joined and joined[-1][0] == kind:
            joined[-1] = (kind, joined[-1][1] + text)
        elif text:
            joined.append((kind, text))
    return joined
