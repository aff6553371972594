"""Connections are shared between requests and threads; schools are not."""

import random
import re
from concurrent.futures import ThreadPoolExecutor

from schools.models import School
from schools.services.opening import open_school

REQUESTS = 1200
THREADS = 16
SCHOOLS = [f"pool-{letter}" for letter in "abcdef"]


def test_no_request_ever_sees_another_school(live, figure):
    from django.db import connection

    connection.set_schema_to_public()
    for slug in SCHOOLS:
        if not School.objects.filter(slug=slug).exists():
            open_school(slug=slug, name=f"Title of {slug}.")
    hosts = [*SCHOOLS, "localhost", "nowhere", "run"]
    wanted = random.Random(7).choices(hosts, k=REQUESTS)

    with ThreadPoolExecutor(THREADS) as threads:
        foreign = sum(threads.map(lambda slug: _sees_another(live, slug), wanted))

    figure(f"{REQUESTS} requests, {THREADS} threads, {len(SCHOOLS)} schools: foreign {foreign}")
    assert foreign == 0


def _sees_another(live, slug):
    host = "localhost" if slug == "localhost" else f"{slug}.localhost"
    path = random.choice(["/accounts/login/", "/healthz", "/no-such-page/", "/accounts/login/"])
    answer = live.ask(path, host=host)
    assert answer.status in (200, 404)
    seen = set(re.findall(r"Title of (pool-[a-f])\.", answer.text))
    if slug in SCHOOLS and path != "/healthz":
        assert slug in seen
    return len(seen - {slug})


def test_threads_with_pooled_connections_read_their_own_rows(live, figure):
    """The ORM itself, on the pool that gunicorn's threads use, one school after the other in each thread."""
    from django.conf import settings
    from django.db import connection
    from django_tenants.utils import schema_context

    from accounts.models import User

    connection.set_schema_to_public()
    connection.close()
    for slug in ("north", "south"):
        with schema_context(slug):
            User.objects.get_or_create(username=f"only-{slug}")
    connection.close()
    options = settings.DATABASES["default"]["OPTIONS"]
    options["pool"] = {"min_size": 1, "max_size": 3}
    try:
        with ThreadPoolExecutor(8) as threads:
            foreign = sum(threads.map(_reads_foreign_rows, ["north", "south"] * 300))
    finally:
        connection.close_pool()
        del options["pool"]

    figure(f"600 units of work on 3 connections: foreign rows {foreign}")
    assert foreign == 0


def _reads_foreign_rows(slug):
    from django.db import connection
    from django_tenants.utils import schema_context

    from accounts.models import User

    other = {"north": "south", "south": "north"}[slug]
    try:
        with schema_context(slug):
            names = set(User.objects.filter(username__startswith="only-").values_list("username", flat=True))
            assert f"only-{slug}" in names
            return int(f"only-{other}" in names)
    finally:
        connection.close()
