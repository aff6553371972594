"""A web server that nobody could visit."""

from http.server import HTTPServer, SimpleHTTPRequestHandler

HTTPServer(("", 8000), SimpleHTTPRequestHandler).serve_forever()

# Ends: Failed
# Explains:
# HTTPServer does not work in a browser
# Line 5 of main.py
# Nobody can connect to a program in a browser.
# Try this: Call the functions of your program directly, and print what they give.
