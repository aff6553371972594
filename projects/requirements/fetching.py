"""Downloads wheels into the store, each checked by its hash and by what is inside."""

import base64
import hashlib
import logging
import ssl
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit, urlunsplit

from projects.requirements.errors import IndexAwayError, RequirementsError
from projects.requirements.index import PackageIndex
from projects.requirements.limits import DOWNLOAD_SECONDS, MEGABYTE, PROJECT_WHEEL_BYTES, WHEEL_BYTES
from projects.requirements.resolver import Artifact
from projects.requirements.wheel_checks import check_wheel
from runtime_static.wheels import draft_folder, keep_wheel, missing_wheels, wheel_path

PIECE = 64 * 1024
SILENCE = 15  # seconds without a byte
log = logging.getLogger(__name__)


class Downloads:
    """The wheels of one project, which share a deadline and a limit. Raise RequirementsError and IndexAwayError."""

    def __init__(self, index: PackageIndex) -> None:
        self.index = index
        self.deadline = time.monotonic() + DOWNLOAD_SECONDS
        self.left = PROJECT_WHEEL_BYTES

    def have(self, artifact: Artifact) -> int:
        """See that the wheel is in the store; gives its size in bytes."""
        if missing_wheels([artifact.sha256]):
            self._fetch(artifact)
        size = wheel_path(artifact.sha256).stat().st_size
        self.left -= size
        if self.left < 0:
            raise RequirementsError(
                f"The packages in requirements.txt are larger than {PROJECT_WHEEL_BYTES // MEGABYTE} MB together."
            )
        return size

    def _fetch(self, artifact: Artifact) -> None:
        with tempfile.NamedTemporaryFile(dir=draft_folder(), suffix=".whl", delete=False) as draft:
            path = Path(draft.name)
            try:
                digest = self._download(artifact, draft)
                draft.close()
                if digest != artifact.sha256:
                    log.warning(
                        "The file of %s %s is not the one of the index", artifact.name, artifact.version
                    )
                    raise RequirementsError(
                        f"{artifact.name} was refused: what arrived is not the file that the package index lists."
                    )
                check_wheel(path, artifact.name)
                keep_wheel(digest, path)
            finally:
                path.unlink(missing_ok=True)

    def _download(self, artifact: Artifact, target: IO[bytes]) -> str:
        hasher, size = hashlib.sha256(), 0
        try:
            with self._open(artifact.address) as source:
                while piece := source.read(PIECE):
                    hasher.update(piece)
                    size += len(piece)
                    if size > WHEEL_BYTES:
                        raise RequirementsError(
                            f"{artifact.name} is larger than {WHEEL_BYTES // MEGABYTE} MB, too much for the browser."
                        )
                    if time.monotonic() > self.deadline:
                        raise IndexAwayError("the download takes too long")
                    target.write(piece)
        except (OSError, ValueError) as error:
            raise IndexAwayError(str(error)) from error
        return hasher.hexdigest()

    def _open(self, address: str) -> IO[bytes]:
        if not self.index.allows(address):
            raise IndexAwayError("the index names an address that may not be used")
        parts = urlsplit(address)
        if parts.scheme == "file":
            return Path(unquote(parts.path)).open("rb")
        opener = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=self._certificates()))
        )
        answer: IO[bytes] = opener.open(_request(address, self.index.main), timeout=SILENCE)
        return answer

    def _certificates(self) -> str | None:
        return self.index.certificates or None


def _request(address: str, index: str) -> urllib.request.Request:
    """Without the password in the address; with it in a header where the file stands on the index's own host."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    request = urllib.request.Request(urlunsplit(parts._replace(netloc=host, fragment="")))  # noqa: S310
    index_parts = urlsplit(index)
    user, _, index_host = index_parts.netloc.rpartition("@")
    user = parts.netloc.rpartition("@")[0] or (user if index_host == host else "")
    if user:
        token = base64.b64encode(unquote(user).encode()).decode()
        request.add_unredirected_header("Authorization", f"Basic {token}")
    return request
