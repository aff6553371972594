"""`manage.py delete_school NAME --confirm NAME`: a school and everything in it, for good."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from schools.names import SchoolError
from schools.services.closing import delete_school


class Command(BaseCommand):
    help = "Deletes a school with its people and all their work. There is no way back but a backup."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")
        parser.add_argument(
            "--confirm", metavar="NAME", help="the name once more, so that nothing is deleted by mistake"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["confirm"] != options["name"]:
            raise CommandError(
                f"Nothing was deleted. To delete the school for good, add: --confirm {options['name']}"
            )
        try:
            delete_school(slug=options["name"])
        except SchoolError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"The school {options['name']} and everything in it were deleted.")
