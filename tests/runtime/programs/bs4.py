"""Headlines and links out of a page."""

from bs4 import BeautifulSoup

page = """<html><body><h1>News</h1><ul class="stories">
<li><a href="/rain">Rain <b>today</b></a></li><li><a href="/sun">Sun tomorrow</a></li></ul></body></html>"""
soup = BeautifulSoup(page, "html.parser")
print(soup.h1.text)
for link in soup.select("ul.stories a"):
    print(link["href"], link.get_text())
print(BeautifulSoup("<p>one<p>two", "lxml").find_all("p")[1].string)

# Prints:
# News
# /rain Rain today
# /sun Sun tomorrow
# two
