"""What templates need of third-party code: the import map, addresses, icons."""

import json
import re
from functools import lru_cache
from pathlib import Path

from django import template
from django.template.context import RequestContext
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from runtime_static import vendor
from runtime_static.views import frame_address

register = template.Library()
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)


@register.simple_tag(takes_context=True)
def import_map(context: RequestContext) -> SafeString:
    """The inline import map, with the request's CSP nonce. It must stand before the page's first module script."""
    nonce = str(context["request"].csp_nonce)
    # "<" as an escape: nothing inside can end the script element.
    text = json.dumps(vendor.import_map(), separators=(",", ":")).replace("<", "\\u003c")
    return format_html('<script type="importmap" nonce="{}">{}</script>', nonce, mark_safe(text))  # noqa: S308


@register.simple_tag
def module_preloads() -> SafeString:
    """`modulepreload` links for all third-party modules, so that they load at once and not one after another."""
    rows = ((address,) for address in vendor.module_addresses())
    return format_html_join("\n", '<link rel="modulepreload" href="{}">', rows)


@register.simple_tag
def fetch_ahead() -> SafeString:
    """For pages from which people go on to a workspace: while nobody waits, the browser fetches what Python needs."""
    source = static("runtime/runner/ahead-page.js")
    html = '<script type="module" id="fetch-ahead" src="{}" data-frame="{}"></script>'
    return format_html(html, source, frame_address("open"))


@register.simple_tag
def vendor_url(path: str) -> str:
    """The address of a file of an npm package, with its version: `{% vendor_url "idb/build/index.js" %}`."""
    return vendor.vendor_url(path)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A lucide icon, inlined and hidden from screen readers. Raises FileNotFoundError when it is not in `icons.py`."""
    return _icon(name, str(vendor.vendor_file(f"lucide-static/icons/{name}.svg")))


@lru_cache(maxsize=256)
def _icon(name: str, path: str) -> SafeString:
    svg = _COMMENT.sub("", Path(path).read_text(encoding="utf-8"))
    marked = svg.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1)
    return mark_safe(re.sub(r"\s+", " ", marked).strip())  # noqa: S308 -- the file is ours, by package-lock.json
