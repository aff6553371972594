"""A message that one person alone can read."""

import rsa

public, private = rsa.newkeys(512)
secret = rsa.encrypt(b"Meet at noon", public)
print(len(secret), rsa.decrypt(secret, private).decode())
print(rsa.verify(b"hello", rsa.sign(b"hello", private, "SHA-256"), public))

# Prints:
# 64 Meet at noon
# SHA-256
