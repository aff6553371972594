"""Every page on which teachers set, follow and mark work leads to its section of the guide."""

import re

from tests import factories
from tests.clients import HostClient

GUIDE = "/how-it-works/classes/"


def test_pages_lead_to_their_section_of_the_guide(school):
    teacher = factories.teacher()
    classroom = factories.classroom(teacher, factories.student())
    exercise = factories.exercise(teacher, factories.collection(teacher))
    factories.published(exercise)
    assignment = factories.assignment(teacher, classroom, exercises=[exercise])
    client = factories.signed_in(teacher)
    sections = {
        "": "",
        f"accounts/classroom/{classroom.pk}/change/": "#class",
        "assessment/assignment/": "#set",
        f"assessment/assignment/{assignment.pk}/change/": "#late",
        f"assessment/assignment/{assignment.pk}/progress/": "#follow",
        "assessment/submission/": "#mark",
        f"accounts/classroom/{classroom.pk}/gradebook/": "#gradebook",
    }
    ids = set(re.findall(r'<h2 id="([\w-]+)"', HostClient("north.localhost").get(GUIDE).text))

    for path, section in sections.items():
        assert f'href="{GUIDE}{section}"' in client.get(f"/admin/{path}").text, path
        assert section.removeprefix("#") in {"", *ids}
