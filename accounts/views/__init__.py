"""Pages of the accounts app outside the back office."""
