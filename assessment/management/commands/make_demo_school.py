"""`manage.py make_demo_school`: a school to try everything in."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django_tenants.utils import tenant_context

from assessment.services.demo import fill_demo_assignments
from exercises.services.demo import fill_demo_collections
from projects.services.demo import PEOPLE, fill_demo_school
from schools.models import School
from schools.services.opening import open_school
from schools.time_zones import zone_of

SLUG = "demo"
WORDS = [
    "amber",
    "basil",
    "cedar",
    "delta",
    "ember",
    "fable",
    "grove",
    "harbor",
    "iris",
    "juniper",
    "kelp",
    "lemon",
    "maple",
    "north",
    "olive",
    "pebble",
]


class Command(BaseCommand):
    help = (
        "Make the demo school with people, classes, projects, exercises and assignments; in development only."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE == "production":
            raise CommandError("The demo school has a known password, so it is never made in production.")
        school = School.objects.filter(slug=SLUG).first() or open_school(slug=SLUG, name="Demo School")
        with tenant_context(school):
            fill_demo_school(password=demo_password(settings.DATA_DIR))
            fill_demo_collections()
            with timezone.override(zone_of(school.time_zone)):
                fill_demo_assignments()
        names = ", ".join(username for username, _, _ in PEOPLE)
        self.stdout.write(f"The demo school is ready. People: {names}.")


def demo_password(data_dir: Path) -> str:
    """DEMO_PASSWORD, else what `data_dir/demo-password.txt` holds, which is made (0600) when missing."""
    given = os.environ.get("DEMO_PASSWORD", "")
    path = data_dir / "demo-password.txt"
    if not given and path.exists():
        return path.read_text().strip()
    password = given or "-".join(secrets.choice(WORDS) for _ in range(4)) + f"-{secrets.randbelow(900) + 100}"
    if not given:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(password + "\n")
    return password
