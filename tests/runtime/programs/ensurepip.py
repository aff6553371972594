"""Putting pip in place."""

import ensurepip

ensurepip.bootstrap()

# Ends: Failed
# Says:
# ensurepip
