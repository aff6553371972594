"""`manage.py open_school NAME "Title" --administrator USERNAME`: a school, and the person who will manage it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django_tenants.utils import tenant_context

from accounts.enums import Role
from accounts.services.passwords import FIRST_CODE_LIFETIME, give_password_code
from accounts.services.people import add_person
from schools.models import School
from schools.names import SchoolError
from schools.queries import address_of_school
from schools.services.opening import open_school


class Command(BaseCommand):
    help = "Opens a school and prints its address and its first administrator's code for signing in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="short name, part of the address: north-high")
        parser.add_argument("title", help='what people read: "North High School"')
        parser.add_argument("--administrator", metavar="USERNAME", default="admin", help="default: admin")
        parser.add_argument("--domain", help="a host of the school's own instead of NAME.BASE_DOMAIN")
        parser.add_argument(
            "--time-zone",
            metavar="ZONE",
            help="in which pages show times, as Europe/Berlin; default: TIME_ZONE",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                school = open_school(
                    slug=options["name"],
                    name=options["title"],
                    domain=options["domain"],
                    time_zone=options["time_zone"],
                )
                code = _add_administrator(school, options["administrator"])
        except SchoolError as error:
            raise CommandError(str(error)) from None
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        days = FIRST_CODE_LIFETIME.days
        self.stdout.write(f"{school.name} is open: {address_of_school(school.slug)}")
        self.stdout.write(f"Sign in as {options['administrator']} with the code {code} within {days} days.")


def _add_administrator(school: School, username: str) -> str:
    """Make the person and give her code."""
    with tenant_context(school):
        person = add_person(username=username, role=Role.ADMINISTRATOR)
        return give_password_code(person=person, lifetime=FIRST_CODE_LIFETIME)
