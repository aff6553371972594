"""Pages of the back office about progress and verdicts."""
