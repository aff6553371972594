"""A shell on another computer."""

import paramiko

client = paramiko.SSHClient()
client.connect("example.org", username="ada")

# Ends: Failed
# Says:
# paramiko
