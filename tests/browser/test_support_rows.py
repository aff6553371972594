"""Every row of the tables of modules, packages and lessons, shown true in one browser by small programs.

Each program gets a fresh interpreter, as every run does. A program is run once, however many rows name it.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from runtime_static import support
from runtime_static.support import Row, Status
from runtime_static.support.data import claim_tables
from tests.browser.apis import CORS, Certificate, api
from tests.browser.sessions import open_once
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite
from tests.runtime.student_programs import StudentProgram, read_program

NOT_HERE = "not installed on this server"
OPEN_API, SHUT_API = "https://api.example.org", "https://www.example.org"  # as the programs name them
ROWS = [(table.id, claim.id) for table in claim_tables() for claim in table.claims]


class Showing:
    """Runs programs in one workspace and remembers which ones showed what they must."""

    def __init__(self, context: BrowserContext, servers: dict[str, str]) -> None:
        self.page = context.new_page()
        self.servers = servers
        self.workspace: Workspace | None = None
        self.shown: set[str] = set()

    def open(self, live: LiveSite) -> None:
        """Open a project, at the first call."""
        self.workspace = open_once(self.page, live)

    def problems(self, row: Row) -> list[str]:
        """What is not as the row says; nothing when it is true."""
        if row.status is Status.MISSING:
            says = [self._says_not_here(name) for name in row.programs]
            return [] if any(says) else [f"none of {', '.join(row.programs)} says {NOT_HERE!r}"]
        return [problem for name in row.programs for problem in self._problems_of(name)]

    def _says_not_here(self, name: str) -> bool:
        assert self.workspace
        return self._run(read_program(name)) == "Failed" and NOT_HERE in self.workspace.output

    def _problems_of(self, name: str) -> list[str]:
        if name in self.shown:
            return []
        program = read_program(name)
        found = [f"{name}.py: {problem}" for problem in self._differences(program, self._run(program))]
        if not found:
            self.shown.add(name)
        return found

    def _run(self, program: StudentProgram) -> str:
        assert self.workspace
        source = program.source
        for name, origin in self.servers.items():
            source = source.replace(name, origin)
        self.workspace.start(source)
        for answer in program.answers:
            self.workspace.answer(answer)
        return self.workspace.wait_ended(seconds=120)

    def _differences(self, program: StudentProgram, end: str) -> Iterator[str]:
        assert self.workspace
        output = tidy(self.workspace.output)
        if end != program.ends:
            yield f"ended as {end}, not {program.ends}:\n{output}"
        elif program.prints is not None and output != tidy(program.prints):
            yield f"printed\n{output}\nand not\n{program.prints}"
        yield from (
            f"does not say {text!r}:\n{output}" for text in program.says if text.strip() not in output
        )
        if program.explains and program.explains not in "\n".join(filter(None, output.split("\n"))):
            yield f"does not explain\n{program.explains}\nbut\n{output}"
        yield from (f"{name} is not in the file panel" for name in program.files if not self._has_file(name))
        yield from (f"shows no {name}:\n{output}" for name in program.pictures if not self._has_picture(name))

    def _has_file(self, name: str) -> bool:
        """Whether the file panel comes to list a file: reports of files follow the output."""
        workspace = self.workspace
        assert workspace
        wait_until(lambda: workspace.has_file(name), seconds=15, what=f"{name} in the file panel")
        return True

    def _has_picture(self, name: str) -> bool:
        assert self.workspace
        return self.workspace.console.get_by_role("img", name=name).count() > 0


def tidy(text: str) -> str:
    """Without spaces at the ends of lines, which nobody sees."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


@pytest.fixture(scope="module")
def showing(browser, browser_context_args, certificate: Certificate) -> Iterator[Showing]:
    """One page for all rows, and two servers that programs call."""
    context = browser.new_context(**browser_context_args)
    with (
        api(certificate, headers=CORS) as open_api,
        api(certificate, headers={}) as shut_api,
    ):
        yield Showing(context, {OPEN_API: open_api, SHUT_API: shut_api})
        context.close()


@pytest.mark.parametrize(("table", "row_id"), ROWS, ids=[f"{table}-{row}" for table, row in ROWS])
def test_row_is_true(showing: Showing, live: LiveSite, table: str, row_id: str):
    showing.open(live)
    row = next(row for row in support.rows(table) if row.id == row_id)

    problems = showing.problems(row)

    assert problems == []


def test_rows_are_counted(showing: Showing, live: LiveSite, figure):
    showing.open(live)
    rows = [row for table in support.tables() for row in table.rows]
    here = [row for row in rows if row.status is not Status.MISSING]
    missing = [f"{row.name} ({row.reason})" for row in rows if row.status is Status.MISSING]

    true = [row for row in here if not showing.problems(row)]

    figure(f"rows of the tables true: {len(true)} of {len(here)}, with {len(showing.shown)} programs")
    figure(f"not installed on this server: {'; '.join(missing) or 'nothing'}")
    assert len(true) == len(here)
