"""`manage.py migrate_schools`: the public schema, then every school that waits for a migration."""

import os
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command

from schools.services.migrating import Outcome, migrate_schools, schools_to_migrate


class Command(BaseCommand):
    help = (
        "Migrates the public schema and every school that waits for a migration. Can be repeated at any time."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="schools at a time")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate_schemas", shared=True, verbosity=0, interactive=False)
        waiting = schools_to_migrate()
        if not waiting:
            self.stdout.write("Every school is up to date.")
            return
        self.done, self.total = 0, len(waiting)
        failed = migrate_schools(waiting, jobs=options["jobs"], report=self.report)
        self.stdout.write(f"{self.total - len(failed)} of {self.total} schools migrated.")
        if failed:
            names = ", ".join(outcome.schema for outcome in failed)
            raise CommandError(
                f"Not migrated: {names}. The others are up to date; repair these and run it again."
            )

    def report(self, outcome: Outcome) -> None:
        """One line for each school as it is done."""
        self.done += 1
        self.stdout.write(f"[{self.done}/{self.total}] {outcome.schema}: {outcome.error or 'migrated'}")
        self.stdout.flush()
