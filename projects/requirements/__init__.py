"""Packages that a project asks for in `requirements.txt`: looked up, locked and fetched, never run, by the server."""
