"""Which names a school can have."""

import pytest

from schools.names import SchoolError, check_host, check_school_name, schema_of


@pytest.mark.parametrize("slug", ["north", "north-high", "a", "school-42-b", "user", "select", "a" * 40])
def test_ordinary_names_are_taken(slug):
    assert check_school_name(slug) == slug


@pytest.mark.parametrize(
    "slug",
    ["", "North", "north_high", "-north", "north-", "a--b", "4ever", "schule-süd", "ｎｏｒｔｈ", "a b", "a.b", "a/b",
     'a"; DROP SCHEMA public', "a\n", "a\0", "a" * 41, "pg_catalog", "xn--80ak6aa92e"],
)  # fmt: skip
def test_malformed_names_are_refused_in_one_sentence(slug):
    with pytest.raises(SchoolError) as refusal:
        check_school_name(slug)

    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("slug", ["public", "run", "www", "admin", "api", "static", "pg-toast"])
def test_reserved_names_are_refused(slug):
    with pytest.raises(SchoolError, match="reserved"):
        check_school_name(slug)


def test_schema_has_underscores_for_hyphens():
    assert schema_of("north-high") == "north_high"


@pytest.mark.parametrize(
    "host", ["localhost", "run.localhost", "a b.localhost", "x.localhost:80", "evil.example", ""]
)
def test_hosts_that_cannot_lead_to_a_school_are_refused(host):
    with pytest.raises(SchoolError):
        check_host(host)


def test_host_of_its_own_is_taken_when_the_operator_allows_it(settings):
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "code.north.example"]

    assert check_host("Code.North.example.") == "code.north.example"
