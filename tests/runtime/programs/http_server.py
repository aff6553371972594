"""A web server that nobody could visit."""

from http.server import HTTPServer, SimpleHTTPRequestHandler

HTTPServer(("", 8000), SimpleHTTPRequestHandler).serve_forever()

# Ends: Failed
# Says:
# HTTPServer
