"""What a person may read of verdicts and batches. Nothing here changes anything."""

from assessment.queries.verified import verified_results

__all__ = ["verified_results"]
