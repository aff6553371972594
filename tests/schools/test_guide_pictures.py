"""The pictures of the guide's pages."""

import re
import struct

from config.paths import BASE_DIR
from tests.clients import HostClient

PICTURES = BASE_DIR / "schools/static/schools/pictures"
PAGES = ("exercises", "classes")


def test_pictures_are_there_in_the_size_that_their_pages_say_and_each_is_shown(db):
    names = []
    for page in (HostClient("localhost").get(f"/how-it-works/{name}/").text for name in PAGES):
        shown = re.findall(
            r'<img class="shot" src="/static/schools/pictures/([\w-]+)\.\w+\.png"[^>]*?'
            r' width="(\d+)" height="(\d+)"',
            page,
        )
        assert len(shown) == page.count('class="shot"') > 0
        for name, width, height in shown:
            header = (PICTURES / f"{name}.png").read_bytes()[16:24]
            assert (int(width), int(height)) == struct.unpack(">II", header)
            names.append(name)

    assert sorted(path.stem for path in PICTURES.iterdir()) == sorted(names)
