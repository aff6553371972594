"""A web address, taken apart and put together."""

from urllib.parse import parse_qs, quote, unquote, urlencode, urljoin, urlsplit

parts = urlsplit("https://example.org:8000/search/all?q=python+lessons&page=2#top")
print(parts.scheme, parts.hostname, parts.port, parts.path, parts.fragment)
print(parse_qs(parts.query))
print(urlencode({"q": "crème brûlée", "page": 1}), unquote("a%20b"), quote("50 % off"))
print(urljoin("https://example.org/a/b.html", "../c.html"))

# Prints:
# https example.org 8000 /search/all top
# {'q': ['python lessons'], 'page': ['2']}
# q=cr%C3%A8me+br%C3%BBl%C3%A9e&page=1 a b 50%20%25%20off
# https://example.org/c.html
