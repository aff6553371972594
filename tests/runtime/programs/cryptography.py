"""A secret message with a shared key, and a signature."""

from cryptography.exceptions import InvalidSignature
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

box = Fernet(Fernet.generate_key())
secret = box.encrypt(b"Meet at noon")
print(b"noon" in secret, box.decrypt(secret).decode())
key = Ed25519PrivateKey.generate()
signature = key.sign(b"5 pounds")
key.public_key().verify(signature, b"5 pounds")
try:
    key.public_key().verify(signature, b"500 pounds")
except InvalidSignature:
    print("Somebody changed the message.")

# Prints:
# False Meet at noon
# Somebody changed the message.
