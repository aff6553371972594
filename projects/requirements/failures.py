"""One sentence for the person whose packages do not resolve.

The resolver explains itself at length and in terms of versions. What it names is looked at once more, one package at a
time, until it is clear which of the few things happened that happen to beginners.
"""

import re
from collections.abc import Iterable, Iterator

from packaging.requirements import Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from projects.requirements.advice import MEANT, instead, meant
from projects.requirements.errors import RequirementsError
from projects.requirements.index import PackageIndex
from projects.requirements.resolver import Resolver, UnsolvedError
from runtime_static.installation.pins import normal_name

NAME = r"([a-z0-9]+(?:-[a-z0-9]+)*)"
VERSIONS = r"(?:\[[^ \]]*\])?(?:[<>=!~][^ ]*)?"
NOT_FOUND = re.compile(rf"\b{NAME} was not found in the (?:package registry|provided package locations)")
NO_WHEELS = re.compile(
    rf"\b{NAME}{VERSIONS} (?:has|have) no (?:usable )?wheels|[Ww]heels [^`]{{0,40}}`{NAME}`"
)
DEPENDS = re.compile(rf"\b{NAME}{VERSIONS} depends? on {NAME}(?:\[[^ \]]*\])?((?:[<>=!~][^ ]*)?)")
NEWER_PYTHON = re.compile(rf"\b{NAME}{VERSIONS} (?:depends? on|requires?) Python")
PROBES = 6
NO_FIT = "The versions in requirements.txt do not fit together. Take the version numbers away and run again."


def with_advice(error: RequirementsError, name: str) -> RequirementsError:
    """The same, with what to use in place of the package."""
    return RequirementsError(f"{error} {instead(name)}".strip())


def no_pure_wheel(name: str, who: str = "") -> RequirementsError:
    """The sentence for a package that no browser can use; `who` needs it where the person did not ask for it."""
    if name in MEANT:
        return RequirementsError(
            f"The package that you import as {name} is called {MEANT[name]} on the index."
        )
    subject = f"{who} needs {name}, which" if who else name
    sentence = (
        f"{subject} has no pure-Python wheel, and this server does not bring it compiled for the browser."
    )
    return with_advice(RequirementsError(sentence), who or name)


def explain(error: UnsolvedError, requirements: list[Requirement], resolver: Resolver) -> RequirementsError:
    """Why these requirements cannot be met. May raise IndexAwayError."""
    text = error.text
    asked = [normal_name(requirement.name) for requirement in requirements]
    found = (
        _unknown(text, asked, resolver)
        or _other_version_served(requirements, resolver)
        or _without_wheels(text, asked, resolver)
        or _no_such_version(requirements, resolver)
        or _newer_python(text, resolver)
        or _needs_other_version(text, resolver)
        or _contradiction(text)
    )
    return found or RequirementsError(NO_FIT)


def _unknown(text: str, asked: list[str], resolver: Resolver) -> RequirementsError | None:
    names = _first_asked(NOT_FOUND.findall(text), asked)
    if not names:
        return None
    name, served = names[0], set(resolver.runtime.packages)
    who = _who_needs(name, text, asked)
    if who:
        return RequirementsError(f"{who} needs {name}, and there is no such package on the package index.")
    guess = meant(name, served)
    hint = f" Did you mean {guess}?" if guess else " Is it spelt right?"
    if _is_closed(resolver.index):
        return RequirementsError(
            f"{name} is not among the packages of this server, and it installs no others.{hint if guess else ''}"
        )
    return RequirementsError(f"There is no package named {name} on the package index.{hint}")


def _is_closed(index: PackageIndex) -> bool:
    return index.offline and not index.folders


def _other_version_served(requirements: list[Requirement], resolver: Resolver) -> RequirementsError | None:
    for requirement in requirements:
        served = resolver.runtime.packages.get(normal_name(requirement.name))
        if (
            served
            and not served.is_pure
            and not requirement.specifier.contains(served.version, prereleases=True)
        ):
            return RequirementsError(
                f"requirements.txt asks for {requirement.name}{requirement.specifier}, and this server has "
                f"{requirement.name} {served.version}: write {requirement.name} without a version."
            )
    return None


def _without_wheels(text: str, asked: list[str], resolver: Resolver) -> RequirementsError | None:
    mentioned = [first or second for first, second in NO_WHEELS.findall(text)]
    for name in _first_asked(mentioned, asked)[:PROBES]:
        if name in resolver.runtime.packages or resolver.has_wheels(name):
            continue
        return no_pure_wheel(name, _who_needs(name, text, asked))
    return None


def _no_such_version(requirements: list[Requirement], resolver: Resolver) -> RequirementsError | None:
    for requirement in requirements:
        if not requirement.specifier:
            continue
        alone = Requirement(f"{requirement.name}{requirement.specifier}")
        try:
            resolver.versions([alone], {})
        except UnsolvedError:
            newest = _newest(requirement.name, resolver)
            tail = f"; the newest that works here is {newest}" if newest else ""
            return RequirementsError(
                f"No version of {requirement.name} that can run here fits “{alone}”{tail}."
            )
    return None


def _newest(name: str, resolver: Resolver) -> str:
    try:
        return resolver.versions([Requirement(name)], {}).get(normal_name(name), "")
    except UnsolvedError:
        return ""


def _newer_python(text: str, resolver: Resolver) -> RequirementsError | None:
    names = NEWER_PYTHON.findall(text)
    if not names:
        return None
    return RequirementsError(
        f"{names[-1]} is not made for Python {resolver.runtime.python}, which runs in browsers here."
    )


def _needs_other_version(text: str, resolver: Resolver) -> RequirementsError | None:
    for who, needed, versions in _dependencies(text):
        served = resolver.runtime.packages.get(needed)
        if served and not served.is_pure and not SpecifierSet(versions).contains(served.version):
            return RequirementsError(
                f"{who} needs {needed}{versions}, and this server has {needed} {served.version}."
            )
    return None


def _contradiction(text: str) -> RequirementsError | None:
    wanted: dict[str, tuple[str, str]] = {}
    for who, needed, versions in _dependencies(text):
        other, others = wanted.setdefault(needed, (who, versions))
        if other != who and others != versions:
            return RequirementsError(
                f"{other} needs {needed}{others}, and {who} needs {needed}{versions}: they do not fit together."
            )
    return None


def _dependencies(text: str) -> Iterator[tuple[str, str, str]]:
    """Who needs what in which versions, as far as the reasoning names versions that can be read."""
    for who, needed, versions in DEPENDS.findall(text):
        try:
            specifiers = str(SpecifierSet(versions.rstrip(",.")))
        except InvalidSpecifier:
            continue
        if specifiers:
            yield who, needed, specifiers


def _who_needs(name: str, text: str, asked: list[str]) -> str:
    """The package of requirements.txt because of which `name` is needed; empty when it stands there itself."""
    if name in asked:
        return ""
    needed_by: dict[str, set[str]] = {}
    for who, needed, _ in DEPENDS.findall(text):
        needed_by.setdefault(needed, set()).add(who)
    seen, todo = {name}, [name]
    while todo:
        for who in sorted(needed_by.get(todo.pop(), set()) - seen):
            if who in asked:
                return who
            seen.add(who)
            todo.append(who)
    return asked[0] if len(asked) == 1 else ""


def _first_asked(names: Iterable[str], asked: list[str]) -> list[str]:
    """Each name once, those that stand in requirements.txt first."""
    return sorted(dict.fromkeys(names), key=lambda name: name not in asked)
