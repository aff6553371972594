"""What a person may read of assignments, batches and verdicts."""

from assessment.queries.assigned import assigned_to
from assessment.queries.verified import verified_results

__all__ = ["assigned_to", "verified_results"]
