"""What is there is documented: settings, commands, apps, and links that lead somewhere."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

from config.paths import BASE_DIR

SETTINGS = (BASE_DIR / "docs" / "settings.md").read_text()
OUR_APPS = {
    config.name: Path(config.path)
    for config in apps.get_app_configs()
    if Path(config.path).parent == BASE_DIR
}
# Read by our code, but set by a system or a library for itself.
NOT_OURS = {"PATH", "MPLBACKEND", "PYTEST_XDIST_WORKER", "DJANGO_SETTINGS_MODULE", "FAILED_CHECKS"}
READS = re.compile(
    r"""(?:environ(?:\.get|\.setdefault|\.pop)?[\[(]|\benv(?:\.[a-z]+)?\()\s*f?["']([A-Z][A-Z0-9_]+)["']"""
)
LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")
EXAMPLE = re.compile(r"^(~{3,}|`{3,}).*?^\1|`[^`\n]+`", re.DOTALL | re.MULTILINE)
DOCUMENTS = [*BASE_DIR.glob("*.md"), *BASE_DIR.glob("docs/*.md"), *BASE_DIR.glob("*/README.md")]
FOREIGN_WORDS = re.compile(r"\b(TODO|FIXME|XXX|lorem ipsum)\b", re.IGNORECASE)


def sources():
    """Our Python files outside the tests; those for the browser read the environment that is made for them there."""
    for folder in ("config", "bench", *OUR_APPS):
        yield from (file for file in (BASE_DIR / folder).rglob("*.py") if "static" not in file.parts)


def settings_read():
    """The names of all environment variables that the code reads."""
    return {name for file in sources() for name in READS.findall(file.read_text())} - NOT_OURS


def test_the_search_finds_settings():
    assert {"BASE_DOMAIN", "DATABASE_URL", "DATA_DIR", "PORT", "DEMO_PASSWORD", "CHROMIUM"} <= settings_read()


@pytest.mark.parametrize("name", sorted(settings_read()))
def test_setting_is_documented(name):
    assert f"| `{name}` |" in SETTINGS


@pytest.mark.parametrize("name", sorted(re.findall(r"^\| `([A-Z][A-Z0-9_]+)` \|", SETTINGS, re.MULTILINE)))
def test_documented_setting_exists(name):
    assert name in settings_read() | {"CODEYARD_MODE"}


@pytest.mark.parametrize("name", sorted(name for name, app in get_commands().items() if app in OUR_APPS))
def test_command_is_documented(name):
    assert f"| `{name}" in SETTINGS


@pytest.mark.parametrize("app", OUR_APPS)
def test_app_has_a_readme(app):
    text = (OUR_APPS[app] / "README.md").read_text()

    assert len(text.splitlines()) >= 3


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(BASE_DIR)))
def test_links_lead_somewhere(document):
    text = EXAMPLE.sub("", document.read_text())
    targets = [target for target, _ in LINK.findall(text) if "://" not in target]

    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize(
    "target", re.findall(r"^([a-z-]+): ##", (BASE_DIR / "Makefile").read_text(), re.MULTILINE)
)
def test_make_targets_call_commands_that_exist(target):
    from config.setup.commands import COMMANDS

    recipe = (BASE_DIR / "Makefile").read_text().split(f"\n{target}: ##")[1].split("\n\n")[0]
    called = re.findall(r"\$\(SETUP\) (\w+)", recipe)
    assert all(name in COMMANDS for name in called)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(BASE_DIR)))
def test_documents_promise_nothing_unfinished(document):
    assert not FOREIGN_WORDS.search(document.read_text())
