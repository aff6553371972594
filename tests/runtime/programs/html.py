"""Links in a page, and text that is safe to put into one."""

import html
from html.parser import HTMLParser


class Links(HTMLParser):
    def handle_starttag(self, tag, attributes):
        if tag == "a":
            print(dict(attributes)["href"])


Links().feed('<p>See <a href="/one">one</a> and <A HREF="/two">two</A></p>')
print(html.escape('<b>"Tom" & Ann</b>'))
print(html.unescape("caf&eacute; &#8364; &lt;3"))

# Prints:
# /one
# /two
# &lt;b&gt;&quot;Tom&quot; &amp; Ann&lt;/b&gt;
# café € <3
