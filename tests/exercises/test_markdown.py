"""Markdown: what teachers need comes through, and nothing that could do anything."""

import re
from html.parser import HTMLParser

import pytest

from exercises.markdown import TAGS, to_html

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "onerror": "<img src=x onerror=alert(1)>",
    "javascript link": "[x](javascript:alert(1))",
    "javascript link in capitals": "[x](JaVaScRiPt:alert(1))",
    "javascript link with a tab": "[x](<java\tscript:alert(1)>)",
    "javascript link as entities": "[x](&#106;avascript:alert(1))",
    "javascript autolink": "<javascript:alert(1)>",
    "vbscript": "[x](vbscript:msgbox(1))",
    "data link": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "data picture": "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "file link": "[x](file:///etc/passwd)",
    "svg script": "<svg><script>alert(1)</script></svg>",
    "foreignObject": "<svg><foreignObject><body onload=alert(1)></foreignObject></svg>",
    "DOM clobbering": '<form id=document><input name=cookie></form><a id="exercise-data">',
    "end of a text area": "</textarea><script>alert(1)</script>",
    "end of a script": "</script><script>alert(1)</script>",
    "template braces": "{{ 7 * 7 }} {% csrf_token %} ${alert(1)}",
    "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "noscript mutation": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "style": "<style>@import 'http://evil.example/x.css';</style>",
    "iframe": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "object": '<object data="x.swf"></object><embed src="x">',
    "meta": '<meta http-equiv="refresh" content="0;url=//evil.example">',
    "base": '<base href="//evil.example/">',
    "attribute in a title": '[x](/y "a\\" onmouseover=\\"alert(1)")',
    "picture elsewhere": "![x](http://evil.example/x.png)",
    "picture elsewhere without scheme": "![x](//evil.example/x.png)",
    "picture out of its folder": "![x](pictures/../../../admin/)",
    "picture with a quote": '![x"onerror="alert(1)](pictures/x"onerror="alert.png)',
    "class of code": '```x" onmouseover="alert(1)\ntext\n```',
    "reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "comment": "<!-- --!><img src=x onerror=alert(1)> -->",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>",
    "nul": "<scr\0ipt>alert(1)</scr\0ipt>",
}


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_does_nothing(text):
    elements = Elements(to_html(text, lambda path: f"/exercises/1/pictures/{path}")).found

    for tag, attributes in elements:
        assert tag in TAGS
        assert set(attributes) <= {"href", "title", "src", "alt", "class", "start", "target", "rel"}
        assert re.match(r"(https?:|mailto:|/|$)", attributes.get("href") or "")
        assert re.match(r"/exercises/1/pictures/|$", attributes.get("src") or "")
        assert re.fullmatch(r"(language-\w+)?", attributes.get("class") or "")


def test_what_teachers_need_comes_through():
    html = to_html(
        "# Task\n\nA *small* **word**, `code`, ~~gone~~ and [a page](https://example.org).\n\n"
        "- one\n- two\n\n3. three\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nprint(1 < 2)\n```\n"
    )

    tags = {tag for tag, _ in Elements(html).found}
    assert tags == TAGS - {"img", "br", "hr", "h4", "h5", "h6"}
    assert '<code class="language-python">print(1 &lt; 2)\n</code>' in html
    assert 'rel="noopener noreferrer"' in html


def test_headings_stand_below_those_of_the_page():
    assert to_html("# a\n\n## b\n\n###### c") == "<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>\n"


def test_picture_of_the_exercise_is_led_to_its_address():
    html = to_html("![A *red* dot](pictures/dot.png)", lambda path: f"/there/{path}")

    assert html == '<p><img src="/there/dot.png" alt="A red dot"></p>\n'


def test_picture_of_elsewhere_becomes_its_description():
    assert to_html("![A dot](http://example.org/dot.png)") == "<p>A dot</p>\n"
