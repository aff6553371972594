"""Ids of checks, made from names, once an exercise; short names of exercises and collections, made from folders'."""

import re
import unicodedata
from collections.abc import Iterable

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 60
_SHORT_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")


def short_name(folder: str) -> str:
    """What an exercise or a collection of this folder is called: the folder's name where it can be that."""
    return folder if _SHORT_NAME.fullmatch(folder) else slug(folder, "exercise")


def slug(name: str, otherwise: str = "check") -> str:
    """The name in lower case, with hyphens between its words and without accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    return words[:LONGEST].strip("-") or otherwise


def with_ids(names: Iterable[tuple[str, str]]) -> list[str]:
    """The id of each (id, name): its own, else one made of the name that no other has."""
    pairs = list(names)
    taken = {own for own, _ in pairs if own}
    ids = []
    for own, name in pairs:
        ids.append(own or _free(slug(name), taken))
        taken.add(ids[-1])
    return ids


def needless(checks: list[dict[str, str]]) -> set[str]:
    """The ids that would be made again from the names, so that a file need not hold them."""
    kept: set[str] = set()
    while True:
        made = with_ids([(check["id"] if check["id"] in kept else "", check["name"]) for check in checks])
        differ = {check["id"] for check, again in zip(checks, made, strict=True) if check["id"] != again}
        if not differ:
            return {check["id"] for check in checks} - kept
        kept |= differ


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    found = wanted
    while found in taken:
        found = f"{wanted}-{number}"
        number += 1
    return found
