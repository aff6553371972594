"""Reading what a command prints."""

import os

print(os.popen("date").read())

# Ends: Failed
# Says:
# os.popen
