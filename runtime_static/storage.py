"""Static storage for a front end without a build step."""

import re
from collections.abc import Callable
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashes our files and rewrites the relative imports of ES modules to the hashed names.

    Third-party files are not here: they live in VENDOR_ROOT under names with a version, and modules import them by bare
    specifiers (`import("@codemirror/lang-json")`), which the page's import map resolves.
    """

    support_js_module_import_aggregation = True

    def url_converter(
        self, name: str, hashed_files: dict[str, str], template: str | None = None
    ) -> Callable[[re.Match[str]], str]:
        """Django's, which would look for a bare specifier among our files."""
        convert: Callable[[Any], str] = super().url_converter(name, hashed_files, template)

        def converter(found: re.Match[str]) -> str:
            is_bare = name.endswith(".js") and not found["url"].startswith((".", "/"))
            return found[0] if is_bare else convert(found)

        return converter
