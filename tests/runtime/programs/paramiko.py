"""A shell on another computer."""

import paramiko

client = paramiko.SSHClient()
client.connect("example.org", username="ada")

# Ends: Failed
# Explains:
# paramiko cannot be used here
# Line 3 of main.py
# It needs network connections that a browser does not allow.
# Try this: To read from the web, use requests.
