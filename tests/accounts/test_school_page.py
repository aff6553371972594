"""The school's page in the back office: its name and time zone."""

import pytest
from django.utils import timezone

from schools.models import School
from tests import factories
from tests.accounts.back_office import text

ADDRESS = "/admin/school/"


@pytest.fixture
def office(administrator):
    return factories.signed_in(administrator)


def test_an_administrator_changes_name_and_time_zone(office, south):
    office.post(ADDRESS, {"name": "  North   Academy ", "time_zone": "America/New_York"})

    north = School.objects.get(slug="north")
    assert (north.name, north.time_zone) == ("North Academy", "America/New_York")
    south.refresh_from_db()
    assert south.time_zone != "America/New_York"
    assert "North Academy · Back office" in text(office.get(ADDRESS))


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "", "time_zone": "UTC"},
        {"name": "x" * 101, "time_zone": "UTC"},
        {"name": "North", "time_zone": "Mars/Olympus"},
        {"name": "North", "time_zone": "../../etc/passwd"},
        {"name": "North", "time_zone": ""},
    ],
)
def test_what_a_school_cannot_have_is_named_and_not_saved(office, typed):
    before = School.objects.filter(slug="north").values().get()

    page = text(office.post(ADDRESS, typed))

    assert "errorlist" in page
    assert School.objects.filter(slug="north").values().get() == before


def test_a_zone_that_is_no_place_stays_chosen(office, north):
    School.objects.filter(pk=north.pk).update(time_zone="Etc/GMT-3")

    assert '<option value="Etc/GMT-3" selected>' in text(office.get(ADDRESS))


def test_only_administrators_find_the_link(administrator, teacher):
    link = f'href="{ADDRESS}"'

    assert link in text(factories.signed_in(administrator).get("/admin/"))
    assert link not in text(factories.signed_in(teacher).get("/admin/"))


def test_times_are_shown_in_the_schools_zone(office, north):
    School.objects.filter(pk=north.pk).update(time_zone="Pacific/Kiritimati")

    page = text(office.get(ADDRESS))

    with timezone.override("Pacific/Kiritimati"):
        assert f"{timezone.localtime():%A, %-d %B, %H:}" in page
