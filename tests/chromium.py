"""How tests start Chromium."""

ARGUMENTS = [
    "--no-sandbox",  # the tests run as root in containers too
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
