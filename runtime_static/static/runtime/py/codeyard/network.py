"""One request over the browser, and what to say when the browser does not let it through."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

CHECK = "Check a URL (/check-a-url/) says which."
USUAL_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True)
class Answer:
    """What a server answered; `url` is where redirects led."""

    status: int
    reason: str
    url: str
    headers: list[tuple[str, str]]
    body: bytes


class BlockedError(Exception):
    """The browser gave no answer. Its text is one or two plain sentences."""


class LateError(BlockedError):
    """No answer in the time that the program allowed."""


Send = Callable[[str, str, Iterable[tuple[str, str]], object, float], Answer]


def body_bytes(body: object) -> bytes | None:
    """The body of a request as `requests` and `urllib` take it: bytes, text, a file, pieces of bytes, or None."""
    if body is None or isinstance(body, bytes):
        return body
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, bytearray | memoryview):
        return bytes(body)
    read = getattr(body, "read", None)
    if read is not None:
        return body_bytes(read())
    return b"".join(body)  # type: ignore[call-overload, no-any-return]


def shown_host(url: str) -> str:
    """The host as a person would write it: without a name, a password and a usual port."""
    address = urlsplit(url)
    host = address.netloc.rpartition("@")[2]
    return host.removesuffix(USUAL_PORTS.get(address.scheme, "")) or url


def blocked_sentence(url: str, *, is_online: bool, is_closed: bool) -> str:
    """Why an address could not be read, as far as a program can know."""
    host = shown_host(url)
    if is_closed:
        return f"{host} cannot be read: this work is done without the network."
    if url.lower().startswith("http:"):
        return (
            f"{host} cannot be read with http://. Programs in a browser can read only addresses "
            "that start with https://"
        )
    if not is_online:
        return f"{host} cannot be read: this device has no network at the moment."
    return (
        f"{host} cannot be read: it does not answer, or it does not allow programs in a browser "
        f"to read it. {CHECK}"
    )


def late_sentence(url: str, seconds: float) -> str:
    """That a server took too long."""
    return f"{shown_host(url)} did not answer within {seconds:g} second{'' if seconds == 1 else 's'}."


def standard_reason(status: int) -> str:
    """Such as "Not Found": newer versions of HTTP send the number alone."""
    from http import HTTPStatus  # not needed to start Python

    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""


def sender(bridge: Any, ffi: Any, js: Any) -> Send:
    """A function that sends a request and waits. `bridge` is `_codeyard`, `ffi` is `pyodide.ffi`, `js` the worker.

    It raises BlockedError, LateError, and KeyboardInterrupt when the program is stopped meanwhile.
    """

    def send(
        method: str, url: str, headers: Iterable[tuple[str, str]], body: object, seconds: float
    ) -> Answer:
        content = body_bytes(body)
        pairs = json.dumps([[str(name), _text(value)] for name, value in headers])
        arguments = (method, url, pairs, ffi.to_js(content), max(0, round(seconds * 1000)))
        waits = ffi.can_run_sync()
        answer = ffi.run_sync(bridge.fetch(*arguments)) if waits else bridge.fetch_now(*arguments)
        if answer.failure:
            _fail(str(answer.failure), url, seconds, js)
        found = [(name, value) for name, value in json.loads(answer.headers)]
        status = int(answer.status)
        return Answer(
            status, answer.reason or standard_reason(status), answer.url, found, answer.body.to_bytes()
        )

    return send


def _fail(failure: str, url: str, seconds: float, js: Any) -> None:
    if failure == "stopped":
        raise KeyboardInterrupt
    if failure == "timeout":
        raise LateError(late_sentence(url, seconds))
    raise BlockedError(why_blocked(url, js))


def why_blocked(url: str, js: Any) -> str:
    """The sentence for an address that gave no answer to this worker."""
    is_closed = "/frame/closed/" in str(js.location.pathname)
    return blocked_sentence(url, is_online=bool(js.navigator.onLine), is_closed=is_closed)


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
