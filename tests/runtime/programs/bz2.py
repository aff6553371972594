"""The same text compressed in two ways."""

import bz2
import zlib

text = b"row, row, row your boat " * 100
packed = bz2.compress(text)
print(bz2.decompress(packed) == text, len(text), len(packed) < 200, len(zlib.compress(text)) < 200)

# Prints:
# True 2400 True True
