"""A long text in a narrow column."""

import textwrap

text = "The quick brown fox jumps over the lazy dog, and the dog does not mind at all."
print(textwrap.fill(text, width=30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, width=30, placeholder="..."))
print(textwrap.dedent("    one\n      two\n").rstrip())
print(textwrap.indent("a\nb", "> "))

# Prints:
# * The quick brown fox jumps
#   over the lazy dog, and the
#   dog does not mind at all.
# The quick brown fox jumps...
# one
#   two
# > a
# > b
