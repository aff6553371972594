"""Prints the table: first output and first figure, cold and warm, and what went down the wire. ARGS=peers."""

import os
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, TimeoutError, sync_playwright

from bench.chromium import launch
from bench.peers.contestants import Contestant, Program, codeyard, jupyterlite, pyscript
from bench.peers.install import PROJECT, Peers, install_peers
from bench.peers.limits import limit
from bench.peers.server import PeerServer
from bench.proxy import Proxy
from bench.server import Server, free_port

ROUNDS = 3
MEGABYTE = 1_000_000
SLOW_MEGABITS = 10
SLOW_LATENCY = 0.020  # seconds one way, 40 ms there and back
LABELS: dict[Program, str] = {"print": "First output", "figure": "numpy, pandas, matplotlib to first figure"}


@dataclass
class Figures:
    """What was measured of one contestant with one program: seconds and megabytes, cold and warm.

    `silent` counts the rounds that are left out because nothing was shown in time.
    """

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    wire: list[float] = field(default_factory=list)
    silent: int = 0


def main() -> None:
    """Install, measure, print."""
    data = Path(os.environ.get("DATA_DIR") or PROJECT / "var").resolve()
    peers = install_peers(data)
    school_port, peer_port = free_port(), free_port()
    with (
        Server(shown_port=school_port) as server,
        PeerServer(peers.site) as peer_server,
        Proxy(school_port, server.port) as school_wire,
        Proxy(peer_port, peer_server.port) as peer_wire,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        site = f"http://localhost:{peer_port}"
        contestants = [
            (codeyard(browser, server.school), school_wire),
            (jupyterlite(site), peer_wire),
            (pyscript(site), peer_wire),
        ]
        _describe(peers, browser)
        for megabits, latency in ((None, 0.0), (SLOW_MEGABITS, SLOW_LATENCY)):
            for _, proxy in contestants:
                proxy.wire.megabits, proxy.wire.latency = megabits, latency
            _print_table(_measure(browser, contestants), megabits, data)
        browser.close()


def _measure(
    browser: Browser, contestants: list[tuple[Contestant, Proxy]]
) -> dict[str, dict[Program, Figures]]:
    """Round by round, so that what else the machine does falls on all alike."""
    found: dict[str, dict[Program, Figures]] = {
        one.name: {program: Figures() for program in LABELS} for one, _ in contestants
    }
    for _ in range(ROUNDS):
        for program in LABELS:
            for contestant, proxy in contestants:
                figures = found[contestant.name][program]
                context = browser.new_context(storage_state=contestant.state)
                proxy.wire.reset()
                try:
                    cold, wire = _timed(context, contestant, program), proxy.wire.bytes_down / MEGABYTE
                    warm = _timed(context, contestant, program)
                except (AssertionError, TimeoutError):
                    figures.silent += 1
                else:
                    figures.cold.append(cold)
                    figures.wire.append(wire)
                    figures.warm.append(warm)
                context.close()
    return found


def _timed(context: BrowserContext, contestant: Contestant, program: Program) -> float:
    page = context.new_page()
    began = time.perf_counter()
    contestant.show(page, program)
    passed = time.perf_counter() - began
    page.close()
    return passed


def _describe(peers: Peers, browser: Browser) -> None:
    print(
        f"\nChromium {browser.version}; JupyterLite {peers.jupyterlite} (console), PyScript {peers.pyscript}, all with "
        f"Pyodide {peers.pyodide}.\nNo CDN is asked: the peers run this release, from this machine, in place of the "
        "one that they would fetch.\nIPython and what it needs come from PyPI. Medians; in brackets the peer's figure "
        "divided by Codeyard's."
    )


def _print_table(found: dict[str, dict[Program, Figures]], megabits: float | None, data: Path) -> None:
    title = f"{megabits} Mbit/s, {SLOW_LATENCY * 2000:.0f} ms" if megabits else "This machine, no limit"
    print(f"\n{title}, {ROUNDS} rounds\n{'-' * len(title)}")
    print(f"{'':<52}" + "".join(f"{name:>20}" for name in found))
    for program, label in LABELS.items():
        for kind in ("cold", "warm"):
            _print_row(
                f"{label}, {kind}, s",
                [_median(getattr(one[program], kind)) for one in found.values()],
            )
        ceiling = limit(data, program) / MEGABYTE
        _print_row(
            f"  on the wire, MB (limit {ceiling:.2f})",
            [_median(one[program].wire) for one in found.values()],
        )
    for name, one in found.items():
        for program, label in LABELS.items():
            if one[program].silent:
                print(
                    f"{name} showed nothing in time, {label}: {one[program].silent} of {ROUNDS} rounds, left out"
                )


def _median(values: list[float]) -> float:
    return statistics.median(values) if values else float("nan")


def _print_row(label: str, values: list[float]) -> None:
    cells = [f"{values[0]:.2f}"] + [f"{value:.2f} ({value / values[0]:.1f})" for value in values[1:]]
    print(f"{label:<52}" + "".join(f"{cell:>20}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
