"""Pages of the schools app: the public site, and the guide that stands on every host."""
