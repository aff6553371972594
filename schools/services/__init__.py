"""Writes of the schools app: opening schools and migrating them."""
