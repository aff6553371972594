"""Libraries that expect what a browser has not."""

import hashlib
import importlib
from types import ModuleType

import pytest

libraries = importlib.import_module("codeyard.libraries")


@pytest.mark.parametrize("name", ["sha1", "sha256", "sha512"])
@pytest.mark.parametrize(("iterations", "length"), [(1, None), (3, 20), (1000, None), (2, 100)])
def test_derived_keys_are_those_of_openssl(name: str, iterations: int, length: int | None) -> None:
    arguments = (name, b"letmein", b"salt", iterations, length)

    assert libraries.pbkdf2_hmac(*arguments) == hashlib.pbkdf2_hmac(*arguments)


@pytest.mark.parametrize(("iterations", "length"), [(0, None), (1, 0)])
def test_derivation_refuses_what_openssl_refuses(iterations: int, length: int | None) -> None:
    with pytest.raises(ValueError, match="must be greater than 0"):
        libraries.pbkdf2_hmac("sha256", b"letmein", b"salt", iterations, length)


def test_hashlib_gets_what_it_lacks_and_keeps_what_it_has() -> None:
    bare, full = ModuleType("hashlib"), ModuleType("hashlib")
    full.pbkdf2_hmac = hashlib.pbkdf2_hmac  # type: ignore[attr-defined]

    libraries._add_key_derivation(bare)
    libraries._add_key_derivation(full)

    assert bare.pbkdf2_hmac is libraries.pbkdf2_hmac
    assert full.pbkdf2_hmac is hashlib.pbkdf2_hmac
