"""Autosave of a 5 KB file, beside the cheapest answer of the same server. `python -m bench.autosave`

A closed loop (every connection asks again as soon as it is answered) shows how much the machine can do; a paced one
shows what a pupil waits for when a third of that arrives. Load and server share the machine.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from uuid import uuid4

from bench.connection import Connection
from bench.people import Writer, make_writers
from bench.quantile import quantile
from bench.server import Server
from bench.table import Row, print_rows

CONNECTIONS = 16
WRITERS = 80  # so many that nobody is slowed down for saving too often
SECONDS = 8.0
TEXT = "x = 1  # some code that a pupil wrote\n" * 135
TOKEN = "b" * 32
Ask = Callable[[Connection, int], Awaitable[None]]


async def save(connection: Connection, who: Writer) -> None:
    """One autosave, as the workspace sends it."""
    body = {
        "path": "main.py",
        "baseRevision": who.revision,
        "key": uuid4().hex,
        "text": f"{TEXT}# {who.revision}\n",
    }
    headers = {
        "Content-Type": "application/json",
        "Cookie": f"session={who.session}; csrftoken={TOKEN}",
        "X-CSRFToken": TOKEN,
        "X-Codeyard-Person": str(who.person),
        "Origin": f"http://{connection.host}",
    }
    path = f"/projects/{who.project}/files/{who.file}/"
    answer = await connection.ask("PUT", path, headers, json.dumps(body).encode())
    who.revision = json.loads(answer)["file"]["revision"]


async def closed_loop(host: str, port: int, ask: Ask) -> list[float]:
    """Milliseconds of every answer within SECONDS, with every connection always busy."""
    times: list[float] = []

    async def work(number: int) -> None:
        connection, turn = Connection(host, port), number
        while (began := time.perf_counter()) < until:
            await ask(connection, turn)
            times.append((time.perf_counter() - began) * 1000)
            turn += CONNECTIONS

    until = time.perf_counter() + SECONDS
    await asyncio.gather(*(work(number) for number in range(CONNECTIONS)))
    return times


async def paced(host: str, port: int, ask: Ask, rate: float) -> list[float]:
    """Milliseconds of every answer when `rate` requests a second arrive, waiting for a free connection included."""
    times: list[float] = []
    free: asyncio.Queue[Connection] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        free.put_nowait(Connection(host, port))

    async def one(number: int, due: float) -> None:
        await asyncio.sleep(due - time.perf_counter())
        connection = await free.get()
        await ask(connection, number)
        free.put_nowait(connection)
        times.append((time.perf_counter() - due) * 1000)

    start = time.perf_counter() + 0.1
    await asyncio.gather(*(one(number, start + number / rate) for number in range(int(rate * SECONDS))))
    return times


async def measure(server: Server, writers: list[Writer]) -> list[Row]:
    """The figures of one run."""
    host = f"demo.localhost:{server.port}"

    async def health(connection: Connection, number: int) -> None:
        await connection.ask("GET", "/healthz")

    async def autosave(connection: Connection, number: int) -> None:
        await save(connection, writers[number % len(writers)])

    await closed_loop(host, server.port, autosave)  # warm: connections, prepared code, caches
    base = await closed_loop(host, server.port, health)
    full = await closed_loop(host, server.port, autosave)
    rate = len(full) / SECONDS / 3
    calm = await paced(host, server.port, autosave, rate)
    cost = (len(base) / len(full), quantile(full, 0.5) / quantile(base, 0.5))
    return [
        Row("healthz, all it can", len(base) / SECONDS, "/s", note=f"p50 {quantile(base, 0.5):.1f} ms"),
        Row("autosave, all it can", len(full) / SECONDS, "/s", note=f"costs {cost[0]:.1f} × healthz"),
        Row("  p50", quantile(full, 0.5), "ms", note=f"{cost[1]:.1f} × healthz"),
        Row(
            "  p99",
            quantile(full, 0.99),
            "ms",
            note=f"{quantile(full, 0.99) / quantile(base, 0.99):.1f} × healthz",
        ),
        Row("autosave, a third of it", rate, "/s", note=f"{rate * 5:.0f} pupils who save every 5 s"),
        Row("  p50", quantile(calm, 0.5), "ms"),
        Row("  p99", quantile(calm, 0.99), "ms"),
    ]


def main() -> None:
    """Print the figures."""
    with Server() as server:
        rows = asyncio.run(measure(server, make_writers(server, WRITERS)))
    print_rows(f"Autosave of {len(TEXT) / 1000:.1f} KB, {CONNECTIONS} connections", rows)


if __name__ == "__main__":
    main()
