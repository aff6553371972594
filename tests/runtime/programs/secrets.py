"""Passwords that nobody can guess."""

import secrets
import string

letters = string.ascii_letters + string.digits
passwords = {"".join(secrets.choice(letters) for _ in range(12)) for _ in range(50)}
print(len(passwords), {len(password) for password in passwords})
print(len(secrets.token_hex(8)), len(secrets.token_bytes(4)), secrets.randbelow(10) in range(10))
print(secrets.compare_digest("abc", "abc"), secrets.token_urlsafe() != secrets.token_urlsafe())

# Prints:
# 50 {12}
# 16 4 True
# True True
