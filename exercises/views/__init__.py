"""Pages of the exercises app."""
