"""`manage.py list_schools`: one line a school."""

from typing import Any

from django.core.management import BaseCommand

from schools.queries import list_schools


class Command(BaseCommand):
    help = "Lists the schools: name, address, title, and whether migrations wait."

    def handle(self, *args: Any, **options: Any) -> None:
        schools = list_schools()
        if not schools:
            self.stdout.write('There is no school yet. Open one with: manage.py open_school NAME "Title"')
        for school in schools:
            state = f"{school.waiting} migrations wait" if school.waiting else "up to date"
            self.stdout.write(f"{school.slug}\t{school.address}\t{school.name}\t{state}")
