"""Is this the right password? Fingerprints of texts."""

import hashlib

print(hashlib.sha256(b"hello").hexdigest())
print(hashlib.md5(b"hello").hexdigest(), hashlib.sha1(b"hello").hexdigest()[:10])
print(hashlib.sha3_256(b"hello").hexdigest()[:16], hashlib.blake2b(b"hello", digest_size=8).hexdigest())
stored = hashlib.pbkdf2_hmac("sha256", b"letmein", b"salt", 1000)
for attempt in (b"letmeout", b"letmein"):
    print(attempt.decode(), hashlib.pbkdf2_hmac("sha256", attempt, b"salt", 1000) == stored)

# Prints:
# 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
# 5d41402abc4b2a76b9719d911017c592 aaf4c61ddc
# 3338be694f50c5f3 a7b6eda801e5347d
# letmeout False
# letmein True
