"""Which school answers is decided by the Host header alone, and hostile ones get a plain refusal."""

import re

import pytest
from django.conf import settings

from tests.clients import HostClient, school_client

ADMIN = "/admin/login/"
UNKNOWN = [
    "nowhere.localhost",
    "north.localhost.",
    "nоrth.localhost".encode("idna").decode(),  # a Cyrillic o
    "north-.localhost",
    "north.south.localhost",
    "-north.localhost",
]
MALFORMED = [
    "north.localhost:80@evil.example",
    "a:80@b",
    "evil.example",
    "north.localhost.evil.example",
    "north.localhost/../south",
    "north.localhost south.localhost",
    "north.localhost,south.localhost",
    "north.localhost:80:80",
    "nоrth.localhost",
    "<script>.localhost",
    "[::1]",
    "127.0.0.1",
    "",
    "x" * 300 + ".localhost",
]


@pytest.mark.parametrize("host", UNKNOWN)
def test_unknown_host_is_told_so(north, host):
    answer = HostClient(host).get("/accounts/login/")

    assert answer.status_code == 404
    assert "no school at this address" in answer.text
    assert "North" not in answer.text


@pytest.mark.parametrize("host", MALFORMED)
def test_malformed_host_is_a_bad_request(north, host):
    answer = HostClient(host).get("/accounts/login/")

    assert answer.status_code in (400, 404)
    assert "North" not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "nowhere.localhost", "a:80@b"])
def test_refusal_is_one_line_in_the_log(live, host):
    before = len(live.log_text().splitlines())

    live.raw(f"GET /some/page HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())

    assert len(live.log_text().splitlines()) - before == 1


@pytest.mark.parametrize("host", ["NORTH.localhost", "north.LOCALHOST", "north.localhost:8000"])
def test_case_and_port_do_not_matter(north, host):
    answer = HostClient(host).get("/accounts/login/")

    assert "North High School" in answer.text


@pytest.mark.parametrize(
    ("host", "target"), [("www.localhost", "localhost"), ("www.north.localhost", "north.localhost")]
)
def test_www_leads_to_the_host_without_it(north, host, target):
    answer = HostClient(host).get("/?a=1")

    assert (answer.status_code, answer["Location"]) == (301, f"http://{target}/?a=1")


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-Host"])
def test_forwarded_host_is_not_believed(north, south, header):
    answer = school_client("north").get("/accounts/login/", headers={header: "south.localhost"})

    assert "North High School" in answer.text
    assert "South" not in answer.text


def test_public_site_has_no_school_pages(db, public):
    for path in ("/accounts/login/", "/admin/", "/projects/", ADMIN):
        assert public.get(path).status_code == 404


def test_run_origin_has_nothing_but_the_runtime(north, run_origin):
    for path in ("/", "/accounts/login/", "/admin/", "/projects/", "/robots.txt", "/find/"):
        assert run_origin.get(path).status_code == 404
    assert run_origin.post("/frame/open/").status_code == 405


def test_host_is_forgotten_when_the_school_moves(north, client):
    assert client.get("/accounts/login/").status_code == 200

    north.domains.update(domain="north-new.localhost")
    north.domains.get().save()

    assert client.get("/accounts/login/").status_code == 404
    assert school_client("north-new").get("/accounts/login/").status_code == 200


RAW_REQUESTS = {
    "two hosts": (b"GET / HTTP/1.1\r\nHost: north.localhost\r\nHost: south.localhost\r\n\r\n", {400}),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", {400, 404}),
    "user in host": (b"GET / HTTP/1.1\r\nHost: a:80@b\r\n\r\n", {400}),
    "absolute target": (
        b"GET http://south.localhost/accounts/login/ HTTP/1.1\r\nHost: nowhere.localhost\r\n\r\n",
        {400, 404},
    ),
    "NUL in path": (b"GET /a%00b HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {400}),
    "raw NUL": (b"GET /a\x00b HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {400}),
    "bad UTF-8 in path": (b"GET /%ff%fe/ HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {404}),
    "raw bytes in path": (b"GET /\xff\xfe/ HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {400, 404}),
    "NUL in query": (b"GET /accounts/login/?next=%00 HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {400}),
    "bad UTF-8 in query": (b"GET /accounts/login/?next=%ff HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {400}),
    "long path": (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {400, 414}),
    "many headers": (
        b"GET / HTTP/1.1\r\nHost: north.localhost\r\n"
        + b"".join(b"X-%d: 1\r\n" % n for n in range(200))
        + b"\r\n",
        {400, 431},
    ),
    "huge length": (
        b"POST /accounts/login/ HTTP/1.1\r\nHost: north.localhost\r\nContent-Length: 99999999999\r\n\r\n",
        {413},
    ),
    "negative length": (b"POST / HTTP/1.1\r\nHost: north.localhost\r\nContent-Length: -1\r\n\r\n", {400}),
    "length and chunks": (
        b"POST / HTTP/1.1\r\nHost: north.localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        {400, 403, 404},
    ),
    "unknown method": (b"BREW / HTTP/1.1\r\nHost: north.localhost\r\n\r\n", {400, 403, 405, 501}),
    "header with line feed": (
        b"GET / HTTP/1.1\r\nHost: north.localhost\r\nX: a\nSet-Cookie: b\r\n\r\n",
        {200, 302, 400},
    ),
    "not HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", {400}),
}


@pytest.mark.parametrize("name", RAW_REQUESTS)
def test_raw_requests_get_a_plain_refusal(live, name):
    request, expected = RAW_REQUESTS[name]

    answer = live.raw(request)

    status = int(re.match(rb"HTTP/1\.[01] (\d{3})", answer)[1])
    assert status in expected
    assert b"Traceback" not in answer
    assert b"South High School" not in answer


def test_no_hostile_request_was_a_failure_of_ours(live, figure):
    for request, _ in RAW_REQUESTS.values():
        live.raw(request)

    failures = [
        line
        for line in live.log_text().splitlines()
        if " ERROR django.request" in line or "Traceback" in line
    ]
    figure(f"{len(RAW_REQUESTS)} hostile requests, {len(failures)} failures")
    assert failures == []


def test_debug_is_off():
    assert settings.DEBUG is False
