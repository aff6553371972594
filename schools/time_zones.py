"""Time zones: which there are, and which one a school's pages show times in."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError

LONGEST_ZONE = 64
# Names of the tz database that nobody lives by: fixed offsets, copies for other clocks, and the names of old programs.
_REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
)  # fmt: skip


def default_time_zone() -> str:
    """The zone of a school for which nobody chose one: the server's TIME_ZONE."""
    return settings.TIME_ZONE


def validate_time_zone(name: str) -> None:
    """Raise ValidationError, one sentence, unless the tz database of this server has the zone."""
    if name not in _known():
        raise ValidationError(
            "There is no time zone %(name)s. Give its name as Europe/Berlin or America/New_York.",
            code="time_zone",
            params={"name": repr(name)},
        )


def zone_of(name: str) -> ZoneInfo:
    """The zone; the server's own where its tz database no longer has this one, so that every page still opens."""
    return ZoneInfo(name if name in _known() else settings.TIME_ZONE)


@cache
def zones_by_region() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a form offers: each region with its zones as pairs of name and place, and UTC."""
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    for region in _REGIONS:
        names = sorted(name for name in _known() if name.startswith(f"{region}/"))
        groups.append((region, [(name, _place(name)) for name in names]))
    return [*groups, ("Other", [("UTC", "UTC")])]


def _place(name: str) -> str:
    return name.partition("/")[2].replace("_", " ").replace("/", ", ")


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())
