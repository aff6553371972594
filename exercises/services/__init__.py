"""Everything that changes exercises and the work on them. Nothing else saves."""

from exercises.services.documents import replace_document, store_document
from exercises.services.publishing import publish, store_trial

__all__ = ["publish", "replace_document", "store_document", "store_trial"]
