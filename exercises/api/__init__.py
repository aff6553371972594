"""What the exercise page asks of the server."""
