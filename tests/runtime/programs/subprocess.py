"""Starting another program."""

import subprocess

print(subprocess.run(["python", "other.py"], capture_output=True, text=True).stdout)

# Ends: Failed
# Says:
# subprocess
