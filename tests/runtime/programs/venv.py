"""A virtual environment."""

import venv

venv.create("env")

# Ends: Failed
# Says:
# venv
