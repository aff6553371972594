"""The page “Writing exercises” of the guide: its examples can be imported."""

import re
import textwrap
from html import unescape

import pytest

from exercises.document import read_file, write_file
from exercises.document.kinds import KINDS
from tests import factories
from tests.clients import HostClient


@pytest.fixture
def page(db) -> str:
    return HostClient("localhost").get("/how-it-works/exercises/").text


def test_there_is_an_example_of_each_kind_and_it_can_be_read(page: str):
    examples = dict(re.findall(r'aria-label="An example of (\w+)"><code>(.*?)</code>', page, re.DOTALL))
    assert sorted(examples) == sorted(KINDS)

    for kind, example in examples.items():
        names = re.findall(r"(?:make|file): (\S+)", example)
        checks = textwrap.indent(unescape(example), "  ")
        files = {"tests": [{"path": name, "text": "…"} for name in names]}
        document, problems = read_file(f"---\ntitle: Example\nchecks:\n{checks}\n---\nText\n", files)

        assert problems == []
        assert [check["kind"] for check in document["checks"]] == [kind]
        assert f"checks:\n{checks}\n---" in write_file(document, with_files=False)


def test_each_kind_has_a_place_that_the_table_leads_to(page: str):
    for kind in KINDS:
        assert f'id="kind-{kind}"' in page
        assert f'<a href="#kind-{kind}"><code>{kind}</code></a>' in page


def test_the_back_office_leads_to_it(school):
    listed = factories.signed_in(factories.teacher()).get("/admin/exercises/exercise/").text

    assert 'href="/how-it-works/exercises/"' in listed
