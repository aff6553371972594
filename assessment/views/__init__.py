"""Pages of the back office about progress, verdicts and marking."""
