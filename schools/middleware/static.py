"""Static files: our own, hashed, and the third-party ones under `/vendor/`, whose names carry a version."""

from django.conf import settings
from whitenoise.middleware import WhiteNoiseMiddleware


class StaticFilesMiddleware(WhiteNoiseMiddleware):
    """WhiteNoise over STATIC_ROOT and VENDOR_ROOT."""

    def __init__(self, get_response=None) -> None:  # type: ignore[no-untyped-def]
        super().__init__(get_response)
        if settings.VENDOR_ROOT.is_dir():
            self.add_files(str(settings.VENDOR_ROOT), prefix=settings.VENDOR_URL)

    def immutable_file_test(self, path: str, url: str) -> bool:
        """Whether the address changes with the content."""
        return url.startswith(settings.VENDOR_URL) or super().immutable_file_test(path, url)
