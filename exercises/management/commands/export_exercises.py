"""`manage.py export_exercises SCHOOL PATH --collection NAME`: collections as folders for Git, or as a ZIP."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django_tenants.utils import tenant_context

from exercises.document import ImportedCollection, collection_files, write_files, write_zip
from exercises.document.disk import FolderError
from exercises.models import Collection
from exercises.services.exports import exported_collection
from schools.models import School


class Command(BaseCommand):
    help = (
        "Exports a collection into a folder, so that it can be kept in Git, or into a file that ends in .zip."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("school", help="the school's short name")
        parser.add_argument("path", type=Path, help="the folder or .zip to write")
        parser.add_argument("--collection", metavar="NAME", required=True, help="the collection's short name")

    def handle(self, *args: Any, **options: Any) -> None:
        school = School.objects.filter(slug=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school named {options['school']!r}.")
        with tenant_context(school):
            collection = self.exported(options["collection"])
        path: Path = options["path"]
        try:
            if path.suffix.lower() == ".zip":
                path.write_bytes(write_zip([collection]))
            else:
                write_files(path, collection_files(collection))
        except (OSError, FolderError) as error:
            raise CommandError(f"Nothing was exported: {error}") from None
        self.stdout.write(f"{collection.title}: {len(collection.exercises)} exercises in {path}.")

    def exported(self, slug: str) -> ImportedCollection:
        """The collection as files have it."""
        found = Collection.objects.filter(slug=slug).first()
        if found is None:
            known = ", ".join(Collection.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no collection {slug!r}. The collections: {known}.")
        collection, messages = exported_collection(found)
        for message in messages:
            self.stdout.write(str(message))
        if messages:
            raise CommandError("Nothing was exported. Complete these exercises or put them away first.")
        return collection
