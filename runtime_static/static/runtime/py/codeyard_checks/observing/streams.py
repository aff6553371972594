"""What a program writes and reads, kept apart: output, errors, prompts, and the lines that it was given."""

import builtins
import codecs
import io
import sys
from typing import Any, Literal

LIMIT = 200_000  # characters
Kind = Literal["out", "err", "prompt", "in"]


class TooMuchOutput(BaseException):
    """The program printed more than a check looks at. No `except Exception` catches it."""


class Transcript:
    """The pieces of text in their order."""

    def __init__(self) -> None:
        self.pieces: list[tuple[Kind, str]] = []
        self.size = 0
        self.cut = False
        self.missing_input = False

    def add(self, kind: Kind, text: str) -> None:
        """Keep a piece. Raises TooMuchOutput when there is too much of it."""
        room = LIMIT - self.size
        if len(text) > room:
            self.cut = True
            text = text[:room]
        if text:
            self.pieces.append((kind, text))
            self.size += len(text)
        if self.cut:
            raise TooMuchOutput("the program printed more than 200,000 characters")

    def since(self, position: int) -> list[list[str]]:
        """The pieces from a position on, with neighbours of one kind joined."""
        joined: list[list[str]] = []
        for kind, text in self.pieces[position:]:
            if joined and joined[-1][0] == kind:
                joined[-1].append(text)
            else:
                joined.append([kind, text])
        return [[kind, "".join(texts)] for kind, *texts in joined]


class Output(io.RawIOBase):
    """A file whose bytes become text of a transcript."""

    def __init__(self, transcript: Transcript, kind: Kind) -> None:
        self.transcript = transcript
        self.kind: Kind = kind
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, data: Any) -> int:
        """Keep what is written. Raises TooMuchOutput."""
        taken = bytes(data)
        self.transcript.add(self.kind, self.decoder.decode(taken))
        return len(taken)


class Lines(io.RawIOBase):
    """The lines that a program is given, one for each read, so that nothing is read ahead."""

    def __init__(self, text: str, transcript: Transcript) -> None:
        self.rest = text.encode()
        self.transcript = transcript

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next line, or as much of it as fits."""
        end = self.rest.find(b"\n") + 1 or len(self.rest)
        part = self.rest[: min(end, len(buffer))]
        self.rest = self.rest[len(part) :]
        buffer[: len(part)] = part
        self.transcript.add("in", part.decode(errors="replace"))
        return len(part)


class Streams:
    """Takes the place of `sys.stdin`, `sys.stdout`, `sys.stderr` and `input` for the time of a step."""

    def __init__(self, stdin: str) -> None:
        self.transcript = Transcript()
        self.stdin = io.TextIOWrapper(io.BufferedReader(Lines(stdin, self.transcript)), encoding="utf-8")
        self.stdout = _writer(self.transcript, "out", "<stdout>")
        self.stderr = _writer(self.transcript, "err", "<stderr>")
        self.kept: dict[str, Any] = {}

    def __enter__(self) -> "Streams":
        for name in ("stdin", "stdout", "stderr"):
            for attribute in (name, f"__{name}__"):
                self.kept[attribute] = getattr(sys, attribute, None)
                setattr(sys, attribute, getattr(self, name))
        self.kept_input = builtins.input
        builtins.input = self.input
        return self

    def __exit__(self, *_: object) -> None:
        for name, stream in self.kept.items():
            setattr(sys, name, stream)
        builtins.input = self.kept_input

    def flush(self) -> None:
        """Let go of what still waits in a buffer."""
        for stream in (self.stdout, self.stderr):
            if not stream.closed:
                stream.flush()

    def input(self, prompt: object = "", /) -> str:
        """Python's `input`: a prompt, then a line. Raises EOFError when there are no more lines."""
        if sys.stdout is self.stdout:
            self.stdout.flush()
            self.transcript.add("prompt", str(prompt))
        else:
            sys.stdout.write(str(prompt))
        line = sys.stdin.readline()
        if not line:
            self.transcript.missing_input = True
            raise EOFError("EOF when reading a line")
        return line.removesuffix("\n")


def _writer(transcript: Transcript, kind: Kind, name: str) -> io.TextIOWrapper:
    raw = Output(transcript, kind)
    raw.name = name  # type: ignore[attr-defined]
    errors = "strict" if kind == "out" else "backslashreplace"
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, newline="\n", write_through=True)  # type: ignore[arg-type]
