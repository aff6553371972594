"""A file that exists only in memory."""

import io

text = io.StringIO("one\ntwo\n")
print([line.strip() for line in text])
data = io.BytesIO()
data.write(b"\x00\x01")
print(data.getvalue(), io.TextIOWrapper(io.BytesIO("ß".encode()), encoding="utf-8").read())

# Prints:
# ['one', 'two']
# b'\x00\x01' ß
