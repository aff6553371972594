"""A school in a lesson: everybody signs in, then works, more and more at once. `make bench ARGS=lesson`

Each student is a browser of her own with a connection of her own, and waits between what she does as a person does:
she saves every five seconds, checks every 45, opens a page every two minutes and hands in every five. Files of pages
are not asked for: browsers have kept them, or nginx delivers them. Load and server share the machine; what the load
takes of it is printed.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Iterable
from typing import TypeVar

from bench.lesson.figures import Figures, busy_seconds, print_table
from bench.lesson.student import Student, WrongAnswerError
from bench.quantile import quantile
from bench.server import PASSWORD, ROOT, Server

T = TypeVar("T")
SCHOOL = 900  # thirty classes of thirty
SCHOOLS = 10
STEPS = (50, 100, 200, 400, 600, 900, 1200, 1500, 1800)
STEPS_OF_SEVERAL = STEPS[3:]
LIMIT_MS = 1000
ARRIVAL_SECONDS = 60.0
OPENED_AT_ONCE = 16
WARM_SECONDS, SECONDS = 10.0, 20.0
PAUSE = (3.0, 7.0)  # seconds between two saves
CHECKS, OPENS, HAND_INS = 1 / 9, 1 / 24, 1 / 60  # how often after a save
GROWTH = 1.05  # less than this from one step to the next, and it grows no more


def main() -> None:
    """Measure and print; with an argument, spread over so many schools only."""
    print(f"{os.cpu_count()} cores; the load shares them with the server")
    for schools in [int(one) for one in sys.argv[1:]] or [1, SCHOOLS]:
        with Server() as server:
            rows = _fill(server, schools)
            asyncio.run(_lesson(server, rows, schools))


def _fill(server: Server, schools: int) -> list[list[object]]:
    environment = {**server.environment, "DJANGO_SETTINGS_MODULE": "config.settings.development"}
    command = [sys.executable, "-m", "bench.lesson.filling", str(schools), str(max(STEPS)), PASSWORD]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    rows: list[list[object]] = json.loads(done.stdout)
    return rows


async def _lesson(server: Server, rows: list[list[object]], schools: int) -> None:
    place = "one school" if schools == 1 else f"{schools} schools"
    figures = Figures()
    # Those who sit beside each other in the list are of different schools.
    by_school = len(rows) // schools
    order = [rows[at % schools * by_school + at // schools] for at in range(by_school * schools)]
    students = [Student(server.port, row, figures) for row in order]
    if schools == 1:
        await _arrive(students[:SCHOOL], 0.0, f"{SCHOOL} sign in at the same moment, {place}")
    await _arrive(students[:SCHOOL], ARRIVAL_SECONDS, f"{SCHOOL} sign in within a minute, {place}")
    await _steps(students, STEPS if schools == 1 else STEPS_OF_SEVERAL, place)


async def _arrive(students: list[Student], within: float, title: str) -> None:
    figures = _anew(students)
    began = time.perf_counter()

    async def one(student: Student) -> float:
        await asyncio.sleep(student.chance.uniform(0, within))
        came = time.perf_counter()
        await student.sign_in(PASSWORD)
        return time.perf_counter() - came

    with _Load(figures):
        waits = await asyncio.gather(*(_result(one(student)) for student in students))
    seconds = [wait * 1000 for wait in waits if wait is not None]
    print(f"\n{title}\n  all are in after {time.perf_counter() - began:.1f} s; from the first page to home")
    print(f"  p50 {quantile(seconds, 0.5):.0f} ms, p99 {quantile(seconds, 0.99):.0f} ms; {_shares(figures)}")
    print_table(figures)


async def _steps(students: list[Student], steps: Iterable[int], place: str) -> None:
    """More and more at work, until it is too much; then the knee."""
    print(f"\nAt work, {place}: answers a second and milliseconds, all kinds of request together")
    print(f"  {'students':>8} {'/s':>7} {'p50':>7} {'p95':>7} {'p99':>7} {'errors':>7}  cores")
    knee, shown, rate = 0, Figures(), 0.0
    for number in steps:
        figures = await _work(students[:number])
        times, errors = figures.all_times, figures.errors.total()
        marks = " ".join(f"{quantile(times, part):7.0f}" for part in (0.5, 0.95, 0.99))
        print(f"  {number:>8} {figures.rate:7.1f} {marks} {errors:>7}  {_shares(figures)}", flush=True)
        if quantile(times, 0.99) > LIMIT_MS or errors or figures.rate < rate * GROWTH:
            break
        knee, shown, rate = number, figures, figures.rate
    print(
        f"  knee: {knee} students at once with p99 below {LIMIT_MS} ms, {knee / SCHOOL:.2f} × {SCHOOL}; there:"
    )
    print_table(shown)


async def _work(students: list[Student]) -> Figures:
    """All of them at work for a while, each with a page open; what the last SECONDS of it measured."""
    _anew(students)
    await _open_pages(students)
    stop = asyncio.Event()
    tasks = [asyncio.create_task(_result(_at_work(student, stop))) for student in students]
    await asyncio.sleep(WARM_SECONDS)
    figures = _anew(students)
    with _Load(figures):
        await asyncio.sleep(SECONDS)
    _anew(students)
    stop.set()
    await asyncio.gather(*tasks)
    return figures


async def _open_pages(students: list[Student]) -> None:
    """For those who have none yet, some at a time."""
    gate = asyncio.Semaphore(OPENED_AT_ONCE)

    async def one(student: Student) -> None:
        async with gate:
            await student.open_item()

    await asyncio.gather(*(_result(one(student)) for student in students if student.page is None))


async def _at_work(student: Student, stop: asyncio.Event) -> None:
    await asyncio.sleep(student.chance.uniform(0, WARM_SECONDS / 2))
    while not stop.is_set():
        try:
            await _turn(student)
        except WrongAnswerError:
            student.page = None
        await asyncio.sleep(student.chance.uniform(*PAUSE))


async def _turn(student: Student) -> None:
    """A few seconds of a lesson."""
    if student.page is None or student.chance.random() < OPENS:
        await (student.open_home() if student.chance.random() < 0.5 else student.open_assignment())
        await student.open_item()
    await student.save()
    if student.chance.random() < CHECKS:
        await student.check()
    if student.chance.random() < HAND_INS:
        await student.hand_in()


async def _result(work: Awaitable[T]) -> T | None:
    """The result; None after a wrong answer, which has been noted."""
    try:
        return await work
    except WrongAnswerError:
        return None


def _anew(students: list[Student]) -> Figures:
    """Count from here."""
    figures = Figures()
    for student in students:
        student.figures = figures
    return figures


class _Load:
    """Measures how long it took, and how much of the machine was busy with it."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def __enter__(self) -> None:
        self._began = (time.perf_counter(), busy_seconds(), time.process_time())

    def __exit__(self, *error: object) -> None:
        began, busy, own = self._began
        seconds = time.perf_counter() - began
        self.figures.seconds = seconds
        self.figures.busy_cores = (busy_seconds() - busy) / seconds
        self.figures.own_cores = (time.process_time() - own) / seconds


def _shares(figures: Figures) -> str:
    return f"{figures.busy_cores:.2f} busy, of them {figures.own_cores:.2f} for the load"


if __name__ == "__main__":
    main()
