"""What an observation says, read with the suspicion that it deserves: student code may have made it up."""

import json
from dataclasses import dataclass, field
from typing import Any

KINDS = ("out", "err", "prompt", "in")
TEXT_LIMIT = 1_000_000
MESSAGE_LIMIT = 2_000


class Malformed(Exception):  # noqa: N818
    """The observation has not the shape of one."""


@dataclass(frozen=True)
class Failure:
    """An error of the student's program."""

    type: str
    bases: tuple[str, ...]
    message: str
    path: str | None
    line: int | None
    text: str

    def is_a(self, name: str) -> bool:
        """Whether it is an error of that name, or of a class that inherits from it."""
        return name.rpartition(".")[2] in (self.type.rpartition(".")[2], *self.bases)


@dataclass(frozen=True)
class Observed:
    """What was seen of a step."""

    transcript: list[tuple[str, str]] = field(default_factory=list)
    error: Failure | None = None
    exit: int | None = None
    cut: bool = False
    missing_input: bool = False
    ms: float = 0.0
    ended: str = ""  # "timed_out", "lost" or "not_run" when the step has no end of its own
    data: dict[str, Any] = field(default_factory=dict)

    def output(self, *, prompts: bool = False) -> str:
        """What the program printed; with the prompts of `input()` and the lines typed there, if wanted."""
        if not prompts:
            return "".join(text for kind, text in self.transcript if kind == "out")
        return "".join(text for kind, text in self.transcript if kind in ("out", "prompt"))

    @property
    def completed(self) -> bool:
        """Whether the program came to its end: no error, nothing cut off."""
        return not self.ended and self.error is None and not self.cut


def read(raw: Any) -> Observed:
    """Read an observation, JSON or already parsed. Raises Malformed."""
    try:
        return _read(json.loads(raw) if isinstance(raw, str) else raw)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise Malformed(str(problem)[:200]) from problem


def pieces(raw: Any) -> list[tuple[str, str]]:
    """A transcript. Raises Malformed."""
    transcript = []
    for piece in _is(raw, list):
        kind, text = _is(piece, list)
        if kind not in KINDS:
            raise Malformed("a piece of the transcript has no kind")
        transcript.append((kind, _is(text, str)))
    if sum(len(text) for _, text in transcript) > TEXT_LIMIT:
        raise Malformed("the transcript is too long")
    return transcript


def failure(raw: Any) -> Failure | None:
    """An error; None when there is none. Raises Malformed."""
    if raw is None:
        return None
    error = _is(raw, dict)
    line = error.get("line")
    return Failure(
        type=_is(error.get("type"), str)[:200],
        bases=tuple(_is(name, str)[:200] for name in _is(error.get("bases", []), list)),
        message=_is(error.get("message", ""), str)[:MESSAGE_LIMIT],
        path=None if error.get("path") is None else _is(error["path"], str)[:255],
        line=line if type(line) is int and 0 < line < 10_000_000 else None,
        text=_is(error.get("text", ""), str)[:10_000],
    )


def _read(raw: Any) -> Observed:
    raw = _is(raw, dict)
    for word in ("timed_out", "lost", "not_run"):
        if raw.get(word) is True:
            return Observed(ended=word)
    exit_code, ms = raw.get("exit"), raw.get("ms", 0.0)
    return Observed(
        transcript=pieces(raw["transcript"]),
        error=failure(raw.get("error")),
        exit=exit_code if type(exit_code) is int else None,
        cut=_is(raw.get("cut", False), bool),
        missing_input=_is(raw.get("missing_input", False), bool),
        ms=float(ms) if type(ms) in (int, float) and 0 <= ms < 1e9 else 0.0,
        data=raw,
    )


def _is(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise Malformed(f"{kind.__name__} expected")
    return value
