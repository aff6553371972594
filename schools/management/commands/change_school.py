"""`manage.py change_school NAME [--title "Title"] [--time-zone ZONE]`: what a school is called, which time it keeps."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, CommandParser

from schools.names import SchoolError
from schools.services.changing import change_school


class Command(BaseCommand):
    help = "Changes a school's title or time zone, and says what they are."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")
        parser.add_argument("--title", help='what people read: "North High School"')
        parser.add_argument("--time-zone", metavar="ZONE", help="as Europe/Berlin")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            school = change_school(
                slug=options["name"], name=options["title"], time_zone=options["time_zone"]
            )
        except SchoolError as error:
            raise CommandError(str(error)) from None
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"{school.slug}: {school.name}, times in {school.time_zone}.")
