"""One connection to the server, as a browser keeps it, for measurements that must cost little themselves."""

import asyncio
import re
import time
from dataclasses import dataclass

STALE_SECONDS = 25  # the server ends an idle connection after 30
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *([^=\r\n]+)=([^;\r\n]*)", re.IGNORECASE)
_LOCATION = re.compile(rb"\r\nlocation: *([^\r\n]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the cookies that were set, where a redirect leads, and the body."""

    status: int
    cookies: dict[str, str]
    location: str
    body: bytes


class Connection:
    """One keep-alive connection to a host of the server, opened with the first request and again when it has ended."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._used_at = 0.0

    async def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> bytes:
        """The body of the answer. Raises RuntimeError unless it is 200."""
        answer = await self.send(method, path, headers, body)
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} for {method} {path}: {answer.body[:200]!r}")
        return answer.body

    async def send(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> Answer:
        """The answer, whatever it is. Raises OSError and EOFError when there is none."""
        reader, writer = await self._open()
        lines = {"Host": self.host, "Content-Length": str(len(body)), **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        writer.write(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        content = await _body(reader, answer)
        self._used_at = time.monotonic()
        if b"\r\nconnection: close" in answer.lower():
            self.close()
        cookies = {name.decode(): value.decode() for name, value in _COOKIE.findall(answer)}
        location = _LOCATION.search(answer)
        return Answer(int(answer[9:12]), cookies, location[1].decode() if location else "", content)

    def close(self) -> None:
        """End it; the next request opens another."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        idle = time.monotonic() - self._used_at
        if self._streams and (idle > STALE_SECONDS or self._streams[0].at_eof()):
            self.close()
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        return self._streams


async def _body(reader: asyncio.StreamReader, head: bytes) -> bytes:
    if length := _LENGTH.search(head):
        return await reader.readexactly(int(length[1]))
    if b"transfer-encoding: chunked" not in head.lower():
        return b""
    content = b""
    while size := int(await reader.readline(), 16):
        content += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return content
