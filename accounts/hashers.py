"""How passwords are hashed."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SchoolArgon2PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes and one lane: OWASP's second recommendation, 18 ms.

    A whole school signs in at nine o'clock; Django's default takes several times as long.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
