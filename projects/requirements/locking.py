"""From requirements.txt to requirements.lock: look up, fetch, write down. Reads no project and saves nothing."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from packaging.requirements import Requirement

from projects.requirements.advice import HOPELESS
from projects.requirements.errors import BusyError, RequirementsError
from projects.requirements.failures import explain, no_pure_wheel, with_advice
from projects.requirements.fetching import Downloads
from projects.requirements.index import package_index
from projects.requirements.limits import PACKAGES
from projects.requirements.lines import fingerprint, read_requirements
from projects.requirements.lock import Lock, LockedPackage, LockedWheel, read_lock
from projects.requirements.resolver import Artifact, Resolver, UnsolvedError
from runtime_static.served_packages import Runtime, runtime
from runtime_static.wheels import missing_wheels

REMEMBERED = 200
SECONDS_REMEMBERED = 900
_one_at_a_time = threading.Lock()
_remembered: "OrderedDict[tuple[object, ...], tuple[Lock, float]]" = OrderedDict()


def make_lock(text: str, earlier: str, *, before: Callable[[], None] = lambda: None) -> Lock:
    """The lock of a requirements.txt; versions of an `earlier` lock file stay where they fit.

    A class that presses Run together asks once: others are told to ask again (BusyError) and find the answer here.
    `before` is called before the index is asked. Raises RequirementsError, IndexAwayError and BusyError.
    """
    requirements = read_requirements(text)
    present, index = runtime(), package_index()
    if not requirements:
        return Lock(fingerprint(text), present.title)
    kept = read_lock(earlier)
    preferred = kept.versions if kept else {}
    question = (fingerprint(text), tuple(sorted(preferred.items())), present.mark, index)
    known, until = _remembered.get(question, (None, 0.0))
    if known and time.monotonic() < until and not missing_wheels(wheel.sha256 for wheel in known.wheels):
        return known
    with _Turn():
        before()
        lock = _look_up(requirements, preferred, fingerprint(text), Resolver(index, present), kept)
    _remembered[question] = (lock, time.monotonic() + SECONDS_REMEMBERED)
    while len(_remembered) > REMEMBERED:
        _remembered.popitem(last=False)
    return lock


def fetch_missing(lock: Lock, *, before: Callable[[], None] = lambda: None) -> None:
    """See that every wheel of a lock is in the store. Raises as `make_lock` does."""
    missing = set(missing_wheels(wheel.sha256 for wheel in lock.wheels))
    if not missing:
        return
    if len(lock.wheels) > PACKAGES:
        raise RequirementsError(f"A project may use {PACKAGES} packages at most.")
    with _Turn():
        before()
        index = package_index()
        resolver, downloads = Resolver(index, runtime()), Downloads(index)
        wheels = [wheel for wheel in lock.wheels if wheel.sha256 in missing]
        found = _artifacts(resolver, {wheel.name: wheel.version for wheel in wheels})
        for wheel in wheels:
            downloads.have(_with_hash(found[wheel.name], wheel))


class _Turn:
    """Look-ups take memory and a core, and are short: this process does one at a time, and nobody waits in a thread."""

    def __enter__(self) -> None:
        if not _one_at_a_time.acquire(blocking=False):
            raise BusyError

    def __exit__(self, *error: object) -> None:
        _one_at_a_time.release()


def _look_up(
    requirements: list[Requirement],
    preferred: dict[str, str],
    made_from: str,
    resolver: Resolver,
    kept: Lock | None,
) -> Lock:
    present = resolver.runtime
    preferred = {name: package.version for name, package in present.packages.items()} | preferred
    try:
        versions = resolver.versions(requirements, preferred)
    except UnsolvedError as error:
        raise explain(error, requirements, resolver) from error
    _refuse_hopeless(versions)
    served = {name for name, version in versions.items() if _is_served(present, name, version)}
    wanted = {name: version for name, version in versions.items() if name not in served}
    wheels = _fetch(resolver, wanted, kept)
    packages = tuple(LockedPackage(name, versions[name]) for name in sorted(served))
    return Lock(made_from, present.title, wheels, packages)


def _refuse_hopeless(versions: dict[str, str]) -> None:
    if len(versions) > PACKAGES:
        raise RequirementsError(
            f"requirements.txt needs {len(versions)} packages in all, and a project may use {PACKAGES} at most."
        )
    for name in sorted(versions.keys() & HOPELESS.keys()):
        raise with_advice(RequirementsError(f"{name} cannot work in a browser."), name)


def _is_served(present: Runtime, name: str, version: str) -> bool:
    return name in present.packages and present.packages[name].version == version


def _fetch(resolver: Resolver, wanted: dict[str, str], kept: Lock | None) -> tuple[LockedWheel, ...]:
    """The wheels in the store; a version that was locked before keeps its very file where the index still has it."""
    before = {(wheel.name, wheel.version): wheel.sha256 for wheel in kept.wheels} if kept else {}
    downloads = Downloads(resolver.index)
    wheels = []
    for name, found in sorted(_artifacts(resolver, wanted).items()):
        artifact = next((one for one in found if one.sha256 == before.get((name, one.version))), found[0])
        wheels.append(LockedWheel(name, artifact.version, artifact.sha256, downloads.have(artifact)))
    return tuple(wheels)


def _artifacts(resolver: Resolver, versions: dict[str, str]) -> dict[str, list[Artifact]]:
    try:
        found = resolver.artifacts(versions)
    except UnsolvedError as error:
        raise RequirementsError(
            "A package in requirements.lock is not on the package index any more. "
            "Delete requirements.lock and run again."
        ) from error
    for name, artifacts in found.items():
        if not artifacts:
            raise no_pure_wheel(name)
    return found


def _with_hash(found: list[Artifact], wheel: LockedWheel) -> Artifact:
    for artifact in found:
        if artifact.sha256 == wheel.sha256:
            return artifact
    raise RequirementsError(
        f"The file of {wheel.name} {wheel.version} in requirements.lock is not on the package index any more. "
        "Delete requirements.lock and run again."
    )
