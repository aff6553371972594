"""Markup in every text that a person or a program can put on a page: it stays text."""

from uuid import uuid4

import pytest

from tests import factories
from tests.browser.sessions import enter, open_ready
from tests.browser.workspace import wait_until

PAYLOADS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1><foreignObject><iframe srcdoc='<script>parent.hit=1</script>'></svg>",
    "</textarea><script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<!--<script>window.hit=1//-->",
    "{{ 7*7 }}{% debug %}${window.hit=1}",
    "<a href='javascript:window.hit=1'>x</a><form id=hit name=hit>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
    "\u001b]8;;javascript:window.hit=1\u0007link\u001b]8;;\u0007",
)


@pytest.fixture
def people(live):
    name = uuid4().hex[:6]
    student = factories.person(f"s{name}", name="<img src=x onerror=window.hit=1>")
    teacher = factories.person(f"t{name}", "teacher", name="<script>window.hit=1</script>")
    factories.classroom(teacher, student, name=f"</option><img src=x onerror=window.hit=1>{name}")
    return student, teacher


@pytest.fixture
def harmless(context, watch):
    """Counts what went off: scripts, dialogs, violations of the policy, requests to others. All must be nothing."""
    dialogs: list[str] = []
    context.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error('violation ' + e.violatedDirective))"
    )

    def check(*pages) -> None:
        assert [page.evaluate("typeof window.hit") for page in pages] == ["undefined"] * len(pages)
        # The policy stops a few inline styles of Django's own back office; no script of anybody may be among them.
        known = "violation style-src" if any("/admin/" in page.url for page in pages) else "none"
        assert [line for line in watch.console if "violation" in line and known not in line] == []
        assert watch.exceptions == []
        assert watch.third_parties == set()
        assert dialogs == []

    context.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    return check


def test_hostile_names_of_projects_people_and_classes_stay_text(live, people, context, page, harmless):
    student, teacher = people
    for payload in PAYLOADS[:-1]:
        factories.project(student, payload[:80])
    addresses = {
        student: ["/", "/projects/"],
        teacher: ["/", "/admin/", "/admin/projects/project/", "/admin/accounts/user/"],
    }

    for who, paths in addresses.items():
        context.clear_cookies()
        enter(context, live, who)
        for path in paths:
            page.goto(live.school() + path)
            harmless(page)


def test_hostile_output_and_tracebacks_stay_text(live, people, context, page, harmless, figure):
    student, _ = people
    enter(context, live, student)
    project = factories.project(student, PAYLOADS[1], main="print(1)")
    workspace = open_ready(page, live, project.pk)
    code = f"for text in {PAYLOADS!r}:\n    print(text)\nraise ValueError({PAYLOADS[1]!r})"

    assert workspace.run(code) == "Failed"

    wait_until(lambda: "ValueError: <img" in workspace.output, seconds=5, what="the traceback")
    for payload in PAYLOADS[:-1]:
        assert payload in workspace.output
    assert "javascript:window.hit=1\x07" not in workspace.output
    assert (
        workspace.console.locator(
            "script, svg:not(.console-save svg), iframe, form:not(.console-input), a[href^=javascript]"
        ).count()
        == 0
    )
    harmless(page)
    figure(f"{len(PAYLOADS)} hostile texts printed: executions 0")


def test_hostile_file_names_of_a_program_stay_text(live, people, context, page, harmless):
    student, _ = people
    enter(context, live, student)
    project = factories.project(student, "Names", main="print(1)")
    workspace = open_ready(page, live, project.pk)

    workspace.run(
        "open('<img src=x onerror=window.hit=1>', 'w').write('x')\nopen('&lt;b&gt;.txt', 'w').write('x')"
    )

    wait_until(
        lambda: workspace.has_file("&lt;b&gt;.txt"), seconds=10, what="the file with entities in its name"
    )
    harmless(page)
