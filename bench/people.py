"""Many people who are signed in, each with a project, in a server's demo school."""

import json
import subprocess
import sys
from dataclasses import dataclass

from bench.server import ROOT, Server

# Runs in the server's environment, in a process of its own: this one knows no Django.
MAKE = """
import json, sys
from importlib import import_module
from config.postgres import start_if_embedded
start_if_embedded()
import django
django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.conf import settings
from django_tenants.utils import tenant_context
from accounts.services import add_person
from projects.services import add_project
from schools.models import School
SessionStore = import_module(settings.SESSION_ENGINE).SessionStore
made = []
with tenant_context(School.objects.get(slug="demo")):
    for number in range(int(sys.argv[1])):
        person = add_person(username=f"bench{number}")
        project = add_project(owner=person, name="Bench")
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = "accounts.backends.PersonBackend"
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.create()
        file = project.files.get()
        made.append([person.pk, session.session_key, project.pk, str(file.pk)])
print(json.dumps(made))
"""


@dataclass
class Writer:
    """A person in a browser: who she is, her session, and the file that she writes."""

    person: int
    session: str
    project: int
    file: str
    revision: int = 1


def make_writers(server: Server, count: int) -> list[Writer]:
    """`count` new students of the demo school, signed in."""
    environment = {**server.environment, "DJANGO_SETTINGS_MODULE": "config.settings.development"}
    command = [sys.executable, "-c", MAKE, str(count)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return [Writer(*row) for row in json.loads(done.stdout)]
