"""Text of a file that some program wrote in some encoding."""

import codecs
import re

from accounts.roster.limits import BYTES, RosterError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# What nobody sees and no name needs: control characters, and marks that turn the direction of what follows.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def decode(data: bytes) -> str:
    """The text, whichever of UTF-8, UTF-16 and Windows-1252 it is in. Raises RosterError for more than 1 MB."""
    if len(data) > BYTES:
        raise RosterError("This file is larger than 1 MB. A list of 2,000 students is much smaller.")
    return tidy(data.decode(_encoding(data), errors="replace"))


def tidy(text: str) -> str:
    """The text with one kind of line end, and without characters that nobody sees. Raises RosterError as `decode`."""
    if len(text.encode(errors="replace")) > BYTES:
        raise RosterError("This list is longer than 1 MB. A list of 2,000 students is much shorter.")
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if data.count(0) > len(data) // 4:  # every other byte of plain letters in UTF-16 is 0
        return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
