"""A message that nobody can change without the key."""

import hmac

key, message = b"secret", b"pay 5 pounds"
signature = hmac.new(key, message, "sha256").hexdigest()
print(signature)
forged = hmac.new(b"guess", message, "sha256").hexdigest()
print(
    hmac.compare_digest(signature, hmac.digest(key, message, "sha256").hex()),
    hmac.compare_digest(signature, forged),
)

# Prints:
# 28f232b9e381c74237b8523d32fa677e460a784c86ac3d31b3f5479111c83dd6
# True False
