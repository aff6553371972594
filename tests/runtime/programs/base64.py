"""Bytes as letters, and back."""

import base64

message = "Grüße".encode()
code = base64.b64encode(message)
print(code.decode(), base64.b64decode(code).decode())
print(
    base64.b32encode(b"hi").decode(),
    base64.b16encode(b"hi").decode(),
    base64.urlsafe_b64encode(b"\xfb\xff").decode(),
)

# Prints:
# R3LDvMOfZQ== Grüße
# NBUQ==== 6869 -_8=
