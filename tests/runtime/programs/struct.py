"""The head of a bitmap file, byte by byte."""

import struct

header = struct.pack("<2sIHHI", b"BM", 70, 0, 0, 54)
print(header.hex(), len(header), struct.calcsize("<2sIHHI"))
kind, size, _, _, offset = struct.unpack("<2sIHHI", header)
print(kind, size, offset, struct.unpack(">f", bytes.fromhex("3fc00000")))

# Prints:
# 424d460000000000000036000000 14 14
# b'BM' 70 54 (1.5,)
