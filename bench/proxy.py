"""A TCP proxy that counts what goes down the wire, and can make it slow.

DevTools' own throttling and counting miss frames of other origins and workers; a proxy misses nothing.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

CHUNK = 16 * 1024


@dataclass
class Wire:
    """What went through: bytes from server to browser, and connections opened."""

    bytes_down: int = 0
    connections: int = 0
    megabits: float | None = None  # per second, shared by all connections; None for no limit
    latency: float = 0.0  # seconds, one way
    _free_at: float = field(default=0.0, repr=False)

    def reset(self) -> None:
        """Count from zero again."""
        self.bytes_down = self.connections = 0

    async def pass_down(self, size: int) -> None:
        """Wait as long as `size` bytes take on this wire."""
        self.bytes_down += size
        if self.megabits is None:
            return
        now = asyncio.get_running_loop().time()
        self._free_at = max(now, self._free_at) + size * 8 / (self.megabits * 1_000_000)
        await asyncio.sleep(self._free_at - now)


class Proxy:
    """Listens on `port`, forwards to `target` on loopback, in a thread of its own."""

    def __init__(self, port: int, target: int) -> None:
        self.port, self.target, self.wire = port, target, Wire()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "Proxy":
        started = threading.Event()
        self._loop.call_soon(started.set)
        self._thread.start()
        started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", self.port))
        self._loop.run_forever()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.wire.connections += 1
        try:
            upstream_reader, upstream_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.close()
            return
        await asyncio.gather(self._up(reader, upstream_writer), self._down(upstream_reader, writer))

    async def _up(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._carry(reader, writer, lambda size: asyncio.sleep(0))

    async def _down(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._carry(reader, writer, self.wire.pass_down)

    async def _carry(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        send: Callable[[int], Awaitable[None]],
    ) -> None:
        """Latency delays every piece, and holds up none that follow it: a wire carries many pieces at a time."""
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(maxsize=256)
        arriving = asyncio.create_task(_arrive(on_the_way, writer))
        clock = asyncio.get_running_loop().time
        while data := await _read(reader):
            await send(len(data))
            await on_the_way.put((clock() + self.wire.latency, data))
        await on_the_way.put((clock() + self.wire.latency, b""))
        await arriving


async def _arrive(on_the_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
    clock = asyncio.get_running_loop().time
    gone = False
    while True:
        due, data = await on_the_way.get()
        if not data:
            break
        await asyncio.sleep(due - clock())
        if gone:
            continue  # the sender must not wait for a receiver that has left
        writer.write(data)
        try:
            await writer.drain()
        except ConnectionError:
            gone = True
    writer.close()


async def _read(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read(CHUNK)
    except ConnectionError:
        return b""
