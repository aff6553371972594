"""Requests of programs: what is sent, what comes back, and the sentences when nothing does."""

import asyncio
import dataclasses
import importlib
import io
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

network = importlib.import_module("codeyard.network")
http_clients = importlib.import_module("codeyard.http_clients")

ANSWER = network.Answer(
    200, "OK", "https://api.example/end", [("Content-Type", "text/plain"), ("X-A", "1"), ("X-A", "2")], b"hi"
)


class Bridge:
    """Stands where the browser stands: keeps what it was asked and answers as told."""

    def __init__(self, **answer: Any) -> None:
        self.answer = SimpleNamespace(**{"failure": "", **answer})
        self.asked: list[tuple[Any, ...]] = []

    def fetch(self, *arguments: Any) -> Any:
        self.asked.append(("suspended", *arguments))
        return self.answer

    def fetch_now(self, *arguments: Any) -> Any:
        self.asked.append(("now", *arguments))
        return self.answer


def ffi(*, can_suspend: bool = True) -> SimpleNamespace:
    """As much of `pyodide.ffi` as is used."""
    return SimpleNamespace(
        to_js=lambda value: value, can_run_sync=lambda: can_suspend, run_sync=lambda value: value
    )


def worker(path: str = "/frame/open/1/worker.js", *, online: bool = True) -> SimpleNamespace:
    """As much of the worker's globals as is used."""
    return SimpleNamespace(location=SimpleNamespace(pathname=path), navigator=SimpleNamespace(onLine=online))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (None, None),
        (b"a", b"a"),
        ("é", "é".encode()),
        (bytearray(b"b"), b"b"),
        (io.BytesIO(b"file"), b"file"),
        (io.StringIO("text"), b"text"),
        ((piece for piece in (b"a", b"b")), b"ab"),
    ],
)
def test_every_kind_of_body_becomes_bytes(body: object, expected: bytes | None) -> None:
    assert network.body_bytes(body) == expected


@pytest.mark.parametrize(
    ("url", "state", "words"),
    [
        (
            "https://api.example:8443/x",
            {},
            ("api.example:8443 cannot be read", "does not allow", "Check a URL"),
        ),
        ("http://api.example:80/", {}, ("https://", "api.example cannot be read with http://")),
        ("https://api.example/", {"is_online": False}, ("no network",)),
        ("https://api.example/", {"is_closed": True}, ("without the network",)),
        ("https://me:secret@api.example/", {}, ("api.example",)),
    ],
)
def test_a_blocked_request_says_why(url: str, state: dict[str, bool], words: tuple[str, ...]) -> None:
    sentence = network.blocked_sentence(url, **{"is_online": True, "is_closed": False, **state})

    assert all(word in sentence for word in words)
    assert "secret" not in sentence


@pytest.mark.parametrize(("seconds", "words"), [(1, "within 1 second."), (2.5, "within 2.5 seconds.")])
def test_a_late_answer_says_how_long_was_waited(seconds: float, words: str) -> None:
    assert network.late_sentence("https://api.example/", seconds).endswith(words)


@pytest.mark.parametrize(("status", "reason"), [(404, "Not Found"), (200, "OK"), (299, ""), (0, "")])
def test_a_missing_reason_is_the_standard_one(status: int, reason: str) -> None:
    assert network.standard_reason(status) == reason


@pytest.mark.parametrize(("can_suspend", "way"), [(True, "suspended"), (False, "now")])
def test_a_request_goes_over_the_bridge(can_suspend: bool, way: str) -> None:
    body = SimpleNamespace(to_bytes=lambda: b"[]")
    bridge = Bridge(status=404, reason="", url="https://api.example/", headers='[["a", "b"]]', body=body)
    send = network.sender(bridge, ffi(can_suspend=can_suspend), worker())

    answer = send("POST", "https://api.example/", [("X-A", b"1"), ("X-B", 2)], "body", 1.5)

    pairs = json.dumps([["X-A", "1"], ["X-B", "2"]])
    assert bridge.asked == [(way, "POST", "https://api.example/", pairs, b"body", 1500)]
    assert answer == network.Answer(404, "Not Found", "https://api.example/", [("a", "b")], b"[]")


@pytest.mark.parametrize(
    ("failure", "error", "words"),
    [
        ("blocked", network.BlockedError, "Check a URL"),
        ("timeout", network.LateError, "within 3 seconds"),
        ("stopped", KeyboardInterrupt, "^$"),
    ],
)
def test_a_failure_is_an_error_of_its_kind(failure: str, error: type[BaseException], words: str) -> None:
    send = network.sender(Bridge(failure=failure), ffi(), worker())

    with pytest.raises(error, match=words):
        send("GET", "https://api.example/", [], None, 3)


def test_work_without_the_network_says_so() -> None:
    send = network.sender(Bridge(failure="blocked"), ffi(), worker("/frame/closed/1/worker.js"))

    with pytest.raises(network.BlockedError, match="without the network"):
        send("GET", "https://api.example/", [], None, 0)


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Any, ...]]]:
    """`urllib.request` with a browser behind it that answers ANSWER; gives what was sent."""
    sent: list[tuple[Any, ...]] = []

    def send(*arguments: Any) -> Any:
        sent.append(arguments)
        if "blocked" in arguments[1]:
            raise network.BlockedError("It cannot be read.")
        if "late" in arguments[1]:
            raise network.LateError("It did not answer.")
        return dataclasses.replace(ANSWER, status=404 if "missing" in arguments[1] else 200)

    monkeypatch.setattr(urllib.request.HTTPHandler, "http_open", urllib.request.HTTPHandler.http_open)
    monkeypatch.setattr(urllib.request, "HTTPSHandler", urllib.request.HTTPSHandler)
    monkeypatch.setattr(urllib.request, "_opener", None)
    http_clients.connect_urllib(urllib.request, send)
    yield sent


def test_urlopen_gives_what_it_gives_elsewhere(connected: list[tuple[Any, ...]]) -> None:
    with urllib.request.urlopen("https://api.example/start", timeout=4) as answer:
        assert (answer.status, answer.reason, answer.geturl()) == (200, "OK", "https://api.example/end")
        assert answer.headers.get_content_type() == "text/plain"
        assert (answer.getheader("x-a"), answer.getheader("none", "-")) == ("1, 2", "-")
        assert ("X-A", "2") in answer.getheaders()
        assert answer.read() == b"hi"
    assert connected[0][:2] == ("GET", "https://api.example/start")
    assert connected[0][3:] == (None, 4)


def test_urlopen_posts_and_takes_headers_and_http(connected: list[tuple[Any, ...]]) -> None:
    request = urllib.request.Request("http://api.example/", data=b"a=1", headers={"X-A": "b"})

    urllib.request.urlopen(request).close()

    method, url, headers, body, seconds = connected[0]
    assert (method, url, body, seconds) == ("POST", "http://api.example/", b"a=1", 0)
    assert ("X-a", "b") in list(headers)


@pytest.mark.parametrize(
    ("path", "words"), [("blocked", "It cannot be read."), ("late", "It did not answer.")]
)
def test_urlopen_raises_its_own_error(connected: list[tuple[Any, ...]], path: str, words: str) -> None:
    with pytest.raises(urllib.error.URLError, match=words) as caught:
        urllib.request.urlopen(f"https://api.example/{path}")

    assert isinstance(caught.value.reason, TimeoutError) == (path == "late")


def test_urlopen_raises_for_a_page_that_is_not_there(connected: list[tuple[Any, ...]]) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen("https://api.example/missing")


def test_clients_are_connected_when_they_are_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = importlib.import_module("codeyard.capture").AfterImport()
    monkeypatch.setattr(importlib.import_module("codeyard.capture"), "after_import", watched)
    monkeypatch.setitem(sys.modules, "requests.adapters", ModuleType("requests.adapters"))
    done: list[ModuleType] = []
    monkeypatch.setattr(http_clients, "connect_requests", done.append)
    monkeypatch.setattr(http_clients, "connect_urllib", lambda module, _: done.append(module))
    monkeypatch.delitem(sys.modules, "urllib3.contrib", raising=False)

    http_clients.install(lambda *_: ANSWER, str)

    assert [module.__name__ for module in done] == ["urllib.request", "requests.adapters"]
    assert list(watched.actions) == ["urllib3.contrib", "httpx._transports.jsfetch"]


class Refusing:
    """A transport of `httpx` whose server lets nobody read."""

    def handle_request(self, request: Any) -> Any:
        raise HttpxError("Failed to fetch", request=request)

    async def handle_async_request(self, request: Any) -> Any:
        raise HttpxError("Failed to fetch", request=request)


class HttpxError(Exception):
    """As `httpx.ConnectError` is made."""

    def __init__(self, message: str, *, request: Any) -> None:
        super().__init__(message)
        self.request = request


def test_errors_of_httpx_get_the_plain_sentence() -> None:
    names = {"JavascriptFetchTransport": Refusing, "AsyncJavascriptFetchTransport": Refusing}
    module = SimpleNamespace(ConnectError=HttpxError, **names)
    request = SimpleNamespace(url="https://www.example/")

    http_clients.connect_httpx(module, lambda url: f"{url} cannot be read")

    with pytest.raises(HttpxError, match="/ cannot be read"):
        Refusing().handle_request(request)
    with pytest.raises(HttpxError, match="cannot be read"):
        asyncio.run(Refusing().handle_async_request(request))
