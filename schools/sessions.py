"""Sessions stand in the school's schema, and are bound to it besides."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from schools.signing import salt_of_school


class SessionStore(DatabaseStore):
    """Django's store; a row that was copied from another school's schema reads as empty."""

    @property
    def key_salt(self) -> str:
        """What the signature of the stored data depends on."""
        return salt_of_school("schools.sessions")
