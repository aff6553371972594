"""Signatures that hold in one school only: what one school signed, another refuses."""

from typing import Any

from django.core.signing import TimestampSigner

from schools.tenancy import current_schema


def salt_of_school(salt: str) -> str:
    """The salt with the current school in it."""
    return f"{salt}@{current_schema()}"


class SchoolSigner(TimestampSigner):
    """Django's signer, salted with the current school. SIGNING_BACKEND names it; use it for links, too."""

    def __init__(self, *, salt: str | None = None, **options: Any) -> None:
        super().__init__(salt=salt_of_school(salt or "schools.signing"), **options)
