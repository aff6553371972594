"""Checks in Chromium as pages run them: a pool of frames, with jobs from the test."""

from typing import Any

from playwright.sync_api import Page

MAKE_POOL = """async ({ frame, frames }) => {
  const { CheckPool } = await import("/static/checks/pool.js");
  const makeFrame = () => {
    const element = document.createElement("iframe");
    element.allow = "cross-origin-isolated";
    element.sandbox = "allow-scripts allow-same-origin";
    element.src = frame;
    document.body.append(element);
    return element;
  };
  window.pool = new CheckPool({ frames, makeFrame });
}"""
FRAME = "JSON.parse(document.getElementById('workspace-data').textContent).runtime.frame"


class Pool:
    """A `CheckPool` of its own in a page of the site. `frame` is the address of the frame; a workspace knows it."""

    def __init__(self, page: Page, frames: int = 1, frame: str = "") -> None:
        self.page = page
        page.evaluate(MAKE_POOL, {"frame": frame or page.evaluate(FRAME), "frames": frames})

    def record(self, document: dict[str, Any], seed: str = "recorded") -> dict[str, Any]:
        """What the judge keeps of the solution, by check. Raises AssertionError when that cannot be."""
        script = "(job) => window.pool.checkers[0].record(job)"
        answer = self.page.evaluate(script, {"document": document, "files": [], "seed": seed, "person": "7"})
        assert not answer["problems"], answer["problems"]
        recorded: dict[str, Any] = answer["recorded"]
        return recorded

    def check(
        self, document: dict[str, Any], files: list[dict[str, str]], **job: Any
    ) -> list[dict[str, Any]]:
        """The verdicts on files. `job` as in checks/checker.js."""
        [verdicts] = self.check_all({"document": document, "files": files, "person": "7", **job})
        return verdicts

    def check_all(self, *jobs: dict[str, Any]) -> list[list[dict[str, Any]]]:
        """The verdicts of several jobs, as many at a time as there are frames."""
        script = "(jobs) => Promise.all(jobs.map((job) => window.pool.check(job)))"
        verdicts: list[list[dict[str, Any]]] = self.page.evaluate(script, jobs)
        return verdicts


def solution(document: dict[str, Any]) -> list[dict[str, str]]:
    """The files of a document's solution, laid over the starter."""
    files = {file["path"]: file for file in [*document["starter"], *document["solution"]]}
    return list(files.values())
