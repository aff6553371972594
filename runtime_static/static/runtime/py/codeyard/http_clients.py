"""`urllib.request` and `requests`, which know sockets, over the requests of the browser; `httpx` knows them itself."""

import io
import sys
from collections.abc import Callable
from functools import wraps
from types import ModuleType
from typing import Any

from codeyard.capture import when_imported
from codeyard.network import Answer, BlockedError, LateError, Send, standard_reason

URLLIB3_FETCH = "urllib3.contrib.emscripten.fetch"


def install(send: Send, why_blocked: Callable[[str], str]) -> None:
    """Connect them, once a program imports them. `why_blocked` gives the sentence for an address."""
    when_imported("urllib.request", lambda module: connect_urllib(module, send))
    # This one comes before the module that is replaced, which would start a worker that our policy forbids.
    when_imported("urllib3.contrib", lambda _: _replace_urllib3_fetch(send))
    when_imported("requests.adapters", connect_requests)
    when_imported("httpx._transports.jsfetch", lambda module: connect_httpx(module, why_blocked))


def connect_urllib(module: Any, send: Send) -> None:
    """Let `urlopen` and every opener send http and https over the browser."""

    class HTTPSHandler(module.AbstractHTTPHandler):  # type: ignore[misc]
        """CPython's makes a TLS context; here the browser cares for TLS."""

        def __init__(
            self, debuglevel: int | None = None, context: object = None, check_hostname: object = None
        ) -> None:
            super().__init__(debuglevel)

        https_request = module.AbstractHTTPHandler.do_request_

        def https_open(self, request: Any) -> Any:
            return open_url(request)

    def open_url(request: Any) -> Any:
        # Without a number it is an object that stands for "no limit".
        seconds = request.timeout if isinstance(request.timeout, int | float) else 0
        try:
            answer = send(
                request.get_method(), request.full_url, request.header_items(), request.data, seconds
            )
        except LateError as error:
            raise module.URLError(TimeoutError(str(error))) from None
        except BlockedError as error:
            raise module.URLError(str(error)) from None
        return urllib_response(answer)

    module.HTTPHandler.http_open = lambda _self, request: open_url(request)
    module.HTTPSHandler = HTTPSHandler


def urllib_response(answer: Answer) -> Any:
    """What `urlopen` gives: a file with `status`, `reason`, `headers` and `url`."""
    from http.client import HTTPMessage
    from urllib.response import addinfourl

    class Response(addinfourl):
        """With what `http.client.HTTPResponse` has besides."""

        reason = msg = answer.reason
        version = 11

        def getheader(self, name: str, default: str | None = None) -> str | None:
            """One header, all values of that name together."""
            values = self.headers.get_all(name)
            return ", ".join(values) if values else default

        def getheaders(self) -> list[tuple[str, str]]:
            """All headers that the browser shows."""
            return list(self.headers.items())

    headers = HTTPMessage()
    for name, value in answer.headers:
        headers[name] = value
    return Response(io.BytesIO(answer.body), headers, answer.url, answer.status)


def _replace_urllib3_fetch(send: Send) -> None:
    """Put a module in place of urllib3's own for browsers, with the four names that it imports from there."""
    from urllib3.exceptions import HTTPError  # type: ignore[import-not-found]

    class ReadRefusedError(BlockedError, HTTPError):  # type: ignore[misc]
        """Not an error that urllib3 tries again."""

    class ReadLateError(LateError, HTTPError):  # type: ignore[misc]
        """Likewise."""

    def send_request(request: Any) -> Any:
        from urllib3.contrib.emscripten.response import EmscriptenResponse  # type: ignore[import-not-found]

        try:
            answer = send(request.method, request.url, request.headers.items(), request.body, request.timeout)
        except LateError as error:
            raise ReadLateError(str(error)) from None
        except BlockedError as error:
            raise ReadRefusedError(str(error)) from None
        request.url = answer.url
        return EmscriptenResponse(answer.status, dict(answer.headers), answer.body, request)

    module: Any = ModuleType(URLLIB3_FETCH)
    module.send_request = send_request
    module.send_streaming_request = lambda request: None  # then urllib3 takes the whole body at once
    module._RequestError = module._TimeoutError = type("NeverRaised", (Exception,), {})
    sys.modules[URLLIB3_FETCH] = module


def connect_requests(module: Any) -> None:
    """Give the errors of `requests` the plain sentence as their text, and its answers their reason and last address."""
    original = module.HTTPAdapter.send

    @wraps(original)
    def send(self: Any, request: Any, *args: Any, **options: Any) -> Any:
        try:
            response = original(self, request, *args, **options)
        except LateError as error:
            raise module.ReadTimeout(str(error), request=request) from None
        except BlockedError as error:
            raise module.ConnectionError(str(error), request=request) from None
        response.reason = response.reason or standard_reason(response.status_code)
        last = getattr(response.raw, "url", None)
        if last and last != str(request.url).partition("#")[0]:
            response.url = last
        return response

    module.HTTPAdapter.send = send


def connect_httpx(module: Any, why_blocked: Callable[[str], str]) -> None:
    """Give the errors of `httpx`, which knows browsers by itself, the plain sentence as their text."""
    transport, async_transport = module.JavascriptFetchTransport, module.AsyncJavascriptFetchTransport
    handle, handle_async = transport.handle_request, async_transport.handle_async_request

    def refused(request: Any) -> Exception:
        error: Exception = module.ConnectError(why_blocked(str(request.url)), request=request)
        return error

    @wraps(handle)
    def handle_request(self: Any, request: Any) -> Any:
        try:
            return handle(self, request)
        except module.ConnectError:
            raise refused(request) from None

    @wraps(handle_async)
    async def handle_async_request(self: Any, request: Any) -> Any:
        try:
            return await handle_async(self, request)
        except module.ConnectError:
            raise refused(request) from None

    transport.handle_request, async_transport.handle_async_request = handle_request, handle_async_request
