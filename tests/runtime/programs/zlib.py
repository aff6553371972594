"""How much smaller a text becomes."""

import zlib

text = b"to be or not to be, " * 50
small = zlib.compress(text, 9)
print(len(text), "->", len(small) < 60, zlib.decompress(small) == text, f"{zlib.crc32(b'hello'):08x}")

# Prints:
# 1000 -> True True 3610a686
