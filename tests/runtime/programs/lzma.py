"""A file in the xz format."""

import lzma

with lzma.open("notes.xz", "wb") as file:
    file.write(b"abc" * 1000)
with lzma.open("notes.xz") as file:
    print(len(file.read()))
try:
    lzma.decompress(b"not compressed")
except lzma.LZMAError as error:
    print("LZMAError:", error)

# Files: notes.xz
# Prints:
# 3000
# LZMAError: Input format not supported by decoder
