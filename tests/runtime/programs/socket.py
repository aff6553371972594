"""A chat client: what can be looked up works, a connection does not."""

import socket

print(socket.htons(1), socket.inet_aton("127.0.0.1"))
client = socket.create_connection(("chat.example.org", 5000), timeout=5)
client.send(b"hello")

# Ends: Failed
# Says:
# 256 b'\x7f\x00\x00\x01'
# Explains:
# socket.create_connection does not work in a browser
# Line 6 of main.py
# A browser allows no connections of this kind.
# Try this: To read from the web, use requests or urllib.request.
