"""Markdown that teachers write, as HTML that can do nothing: no script, no style, no pictures from elsewhere."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import unquote

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

PictureAddress = Callable[[str], str]
PICTURES = "pictures/"
HIGHEST_HEADING = 3  # the page itself has h1 and h2

TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "s",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "code": {"class"}, "ol": {"start"}}
_LINK = re.compile(r"https?://|mailto:|/(?!/)", re.IGNORECASE)
_LANGUAGE = re.compile(r"language-[A-Za-z0-9_+-]{1,30}")


def to_html(text: str, picture_address: PictureAddress | None = None) -> SafeString:
    """The HTML of a text. `picture_address` gives the address of the exercise's picture of a path.

    Raw HTML is shown as it was typed. A picture that is not the exercise's becomes its description.
    """
    tokens = _parser().parse(text)
    for token in tokens:
        _lower_heading(token)
        for child in token.children or []:
            if child.type == "image":
                _lead_to_picture(child, picture_address)
    html = _parser().renderer.render(tokens, _parser().options, {})
    return mark_safe(_clean(html))  # noqa: S308 -- sanitised by an allow-list


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_allowed,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )


def _allowed(tag: str, name: str, value: str) -> str | None:
    if tag == "code" and name == "class":
        return value if _LANGUAGE.fullmatch(value) else None
    if tag == "img" and name == "src":
        return value if value.startswith("/") and not value.startswith("//") else None
    if name == "href":
        return value if _LINK.match(value) else None
    return value


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _lower_heading(token: Token) -> None:
    if token.type in ("heading_open", "heading_close"):
        level = int(token.tag[1:])
        token.tag = f"h{min(level + HIGHEST_HEADING - 1, 6)}"


def _lead_to_picture(token: Token, address: PictureAddress | None) -> None:
    source = str(token.attrs.get("src", ""))
    if address and source.startswith(PICTURES):
        token.attrs["src"] = address(unquote(source.removeprefix(PICTURES)))
        return
    token.type, token.tag, token.content = "text", "", token.content
