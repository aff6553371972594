"""A text with headings and a list, as HTML."""

import markdown

print(markdown.markdown("# Title\n\nSome *nice* text.\n\n- one\n- two"))

# Prints:
# <h1>Title</h1>
# <p>Some <em>nice</em> text.</p>
# <ul>
# <li>one</li>
# <li>two</li>
# </ul>
