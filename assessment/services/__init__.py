"""Everything that changes batches and verdicts. Nothing else saves."""

from assessment.services.batches import cancel_batch, finish_batch, publish_batch, start_batch
from assessment.services.verdicts import Found, store_verdicts

__all__ = ["Found", "cancel_batch", "finish_batch", "publish_batch", "start_batch", "store_verdicts"]
