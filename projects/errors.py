"""Why a save can be refused. Each text is one plain sentence for the person who saves."""

from projects.models import ProjectFile


class SaveError(Exception):
    """A save that changes nothing."""


class InvalidError(SaveError):
    """The request cannot be understood, or names something impossible."""


class NameTakenError(SaveError):
    """Another live file has this name, or one that Windows or macOS would take for the same."""

    def __init__(self, path: str) -> None:
        super().__init__(f"There is already a file or folder called {path}.")


class TooLargeError(SaveError):
    """A limit of `projects.limits` would be passed."""


class StaleError(SaveError):
    """The save is based on a revision that is not the latest; `file` is the state on the server."""

    def __init__(self, file: ProjectFile) -> None:
        super().__init__("This file was changed somewhere else since you opened it.")
        self.file = file
