"""`manage.py open_school`: what an operator types to get a second school."""

import re

import pytest
from django.core.management import CommandError, call_command
from django_tenants.utils import tenant_context

from accounts.models import User
from schools.models import School
from tests.clients import school_client


def test_opens_a_school_whose_administrator_can_sign_in(db, capsys):
    call_command("open_school", "east-high", "East High School", administrator="mr.ito")

    output = capsys.readouterr().out
    assert "http://east-high.localhost/" in output
    code = re.search(r"the code (\S+)", output)[1]
    client = school_client("east-high")
    answer = client.post("/accounts/login/", {"login": "mr.ito", "password": code})
    assert answer.status_code == 302
    with tenant_context(School.objects.get(slug="east-high")):
        assert [(user.username, user.role) for user in User.objects.all()] == [("mr.ito", "administrator")]


def test_says_in_one_sentence_why_a_name_is_refused(north):
    with pytest.raises(CommandError, match="already"):
        call_command("open_school", "north", "North again")


def test_bad_administrator_leaves_no_school_behind(db):
    with pytest.raises(CommandError):
        call_command("open_school", "east", "East", administrator="not a name")

    assert not School.objects.filter(slug="east").exists()
