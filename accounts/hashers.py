"""How passwords are hashed."""

from django.contrib.auth.hashers import Argon2PasswordHasher, PBKDF2PasswordHasher, make_password


class SchoolArgon2PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes and one lane: OWASP's second recommendation, 18 ms.

    A whole school signs in at nine o'clock; Django's default takes several times as long.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


class CodeHasher(PBKDF2PasswordHasher):
    """For codes that this server made at random, never for what a person chose.

    Slips for 2,000 students would take Argon2 36 s. A slow hash makes up for passwords that can be guessed; a code is
    one of 31^8, some 2^40. Whoever stole the database would need 31^8 / 2 tries for each code: at two million a
    second, what a strong graphics card does with 4,000 rounds, more than two days, for a code that lives for at most
    two weeks, opens one account and is replaced at its first use. At sign-in Django hashes it anew with Argon2.
    """

    algorithm = "code_pbkdf2_sha256"
    iterations = 4_000

    def verify(self, password: str, encoded: str) -> bool:
        """A wrong code takes as long as a wrong password, so that nobody learns who has not signed in yet."""
        right = super().verify(password, encoded)
        if not right:
            make_password(password)
        return right
