"""A careless page, read as browsers read it."""

import html5lib

page = html5lib.parse("<title>Hi</title><p>one<p>two<table><tr><td>cell", namespaceHTMLElements=False)
print([element.tag for element in page.iter()])

# Prints:
# ['html', 'head', 'title', 'body', 'p', 'p', 'table', 'tbody', 'tr', 'td']
