"""A web framework with a server."""

from django.core.management import execute_from_command_line

execute_from_command_line(["manage.py", "runserver"])

# Ends: Failed
# Says:
# django
