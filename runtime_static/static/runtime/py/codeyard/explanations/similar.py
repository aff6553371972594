"""Names that look alike: what somebody may have meant to type."""

from collections.abc import Iterable

LONGEST = 60
MOST = 2_000


def distance(a: str, b: str) -> int:
    """Letters to add, drop, change or swap to make `a` into `b` (the restricted Damerau-Levenshtein distance)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that looks most like the word, or None when none comes close."""
    allowed = 0 if len(word) < 2 else 1 if len(word) < 6 else 2
    best, least = None, (allowed + 1, 0)
    for _, candidate in zip(range(MOST), candidates, strict=False):
        if candidate == word or len(candidate) > LONGEST or abs(len(candidate) - len(word)) > allowed:
            continue
        if candidate.lower() == word.lower():
            return candidate
        # Of two that are equally near, the one of the same length: letters get swapped more often than lost.
        found = (distance(word.lower(), candidate.lower()), abs(len(candidate) - len(word)))
        if found < least and found[0] < len(candidate):
            best, least = candidate, found
    return best
