"""`manage.py import_exercises SCHOOL PATH --author USERNAME`: exercises from a folder, a ZIP, one file or a track."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django_tenants.utils import tenant_context

from accounts.models import User
from exercises.document import Import, is_track, read_files, read_folder, read_track, read_upload
from exercises.document.disk import FolderError
from exercises.errors import ImportRefusedError
from exercises.services.imports import Stored, store_import
from schools.models import School

FORMATS = ("auto", "folder", "zip", "exercism")


class Command(BaseCommand):
    help = "Imports exercises and says line by line what it could not take. The same again changes what has changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("school", help="the school's short name")
        parser.add_argument("path", type=Path, help="a folder, a .zip or an exercise.md")
        parser.add_argument(
            "--author", metavar="USERNAME", required=True, help="a teacher: whose they will be"
        )
        parser.add_argument(
            "--format", choices=FORMATS, default="auto", help="default: auto, by what is there"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        school = School.objects.filter(slug=options["school"]).first()
        if school is None:
            raise CommandError(f"There is no school named {options['school']!r}.")
        try:
            found = read_path(options["path"], options["format"])
        except (OSError, FolderError) as error:
            raise CommandError(f"{options['path']} cannot be read: {error}") from None
        for message in found.messages:
            self.stdout.write(str(message))
        with tenant_context(school):
            try:
                stored = store_import(author=_author(options["author"]), found=found)
            except ImportRefusedError as error:
                raise CommandError(str(error)) from None
        for each in stored:
            self.stdout.write(summary(each))


def read_path(path: Path, form: str) -> Import:
    """What the folder or file holds, read as `form` says. Raises OSError, FolderError."""
    if not path.is_dir():
        if form in ("folder", "exercism"):
            raise FolderError("this is no folder.")
        return read_upload(path.name, path.read_bytes())
    files = read_files(path)
    if form == "zip":
        raise FolderError("this is a folder.")
    if form == "exercism":
        if not is_track(files):
            raise FolderError("there is no config.json with exercises/practice beside it.")
        return read_track(files)
    return read_folder(files, path.resolve().name)


def summary(stored: Stored) -> str:
    """One line: what became of a collection."""
    counts = f"{len(stored.made)} new, {len(stored.changed)} changed, {len(stored.same)} as they were"
    return f"{stored.title}: {counts}."


def _author(username: str) -> User:
    author = User.objects.filter(username=username).first()
    if author is None or not author.is_staff:
        raise CommandError(f"There is no teacher with the user name {username!r} in this school.")
    return author
