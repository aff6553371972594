"""Tests in the words of pytest."""

import pytest


def slug(title):
    return title.strip().lower().replace(" ", "-")


@pytest.mark.parametrize(("title", "expected"), [("My Day", "my-day"), (" A b C ", "a-b-c")])
def test_slug(title, expected):
    assert slug(title) == expected


def test_wrong():
    assert slug("one") == "two"


pytest.main(["-q", "main.py"])

# Says:
# 1 failed, 2 passed
# AssertionError: assert 'one' == 'two'
