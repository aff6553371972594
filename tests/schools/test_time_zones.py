"""A school's time zone: each request has its own, and none is left behind."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from schools.middleware.school import SchoolMiddleware, forget_schools
from schools.models import School
from schools.services.opening import open_school
from schools.time_zones import zone_of, zones_by_region


def zone_during_a_request(host):
    """The current zone while a request to this host is answered."""
    seen = []

    def view(request):
        seen.append(timezone.get_current_timezone_name())
        return HttpResponse()

    SchoolMiddleware(view)(RequestFactory().get("/", HTTP_HOST=host))
    return seen[0]


def test_each_request_has_the_zone_of_its_school(north, south):
    School.objects.filter(pk=north.pk).update(time_zone="Asia/Tokyo")
    School.objects.filter(pk=south.pk).update(time_zone="America/Lima")
    forget_schools()

    assert zone_during_a_request("north.localhost") == "Asia/Tokyo"
    assert timezone.get_current_timezone_name() == settings.TIME_ZONE
    assert zone_during_a_request("south.localhost") == "America/Lima"
    assert zone_during_a_request("localhost") == settings.TIME_ZONE


def test_a_changed_zone_counts_at_once(north):
    zone_during_a_request("north.localhost")  # remembers the school

    call_command("change_school", "north", time_zone="Asia/Tokyo")

    assert zone_during_a_request("north.localhost") == "Asia/Tokyo"


def test_a_zone_that_the_server_no_longer_knows_stops_no_page(north):
    School.objects.filter(pk=north.pk).update(time_zone="Old/Zone")
    forget_schools()

    assert zone_during_a_request("north.localhost") == settings.TIME_ZONE


def test_a_school_opens_with_its_zone_or_the_servers(db):
    chosen = open_school(slug="east", name="East", time_zone="Asia/Kolkata")
    plain = open_school(slug="west", name="West")

    assert (chosen.time_zone, plain.time_zone) == ("Asia/Kolkata", settings.TIME_ZONE)
    with pytest.raises(ValidationError, match="no time zone 'Mars/Olympus'"):
        open_school(slug="mars", name="Mars", time_zone="Mars/Olympus")
    assert not School.objects.filter(slug="mars").exists()


def test_the_operator_changes_title_and_zone(north, capsys):
    call_command("change_school", "north", title="North Academy", time_zone="Asia/Tokyo")

    assert capsys.readouterr().out == "north: North Academy, times in Asia/Tokyo.\n"
    north.refresh_from_db()
    assert (north.name, north.time_zone) == ("North Academy", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("nowhere", {}, "no school named 'nowhere'"),
        ("north", {"time_zone": "Mars/Olympus"}, "no time zone 'Mars/Olympus'"),
        ("north", {"title": "  "}, "cannot be blank"),
    ],
)
def test_the_operator_is_told_in_one_sentence_what_is_wrong(north, name, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("change_school", name, **options)


def test_every_zone_on_offer_exists_and_no_region_is_empty():
    for region, zones in zones_by_region():
        assert zones, region
        assert all(zone_of(name).key == name for name, _ in zones)
