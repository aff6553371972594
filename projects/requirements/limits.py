"""How much a project may ask for. Sizes are in bytes."""

MEGABYTE = 1024 * 1024

TEXT_CHARACTERS = 20_000
LINES = 30
LINE_CHARACTERS = 200
# With everything that the named packages need.
PACKAGES = 80
WHEEL_BYTES = 20 * MEGABYTE
PROJECT_WHEEL_BYTES = 40 * MEGABYTE
# Inside one wheel.
WHEEL_ENTRIES = 5_000
WHEEL_UNPACKED_BYTES = 100 * MEGABYTE
WHEEL_RATIO = 100
ENTRY_NAME_CHARACTERS = 250

# Together less than the minute that proxies wait for an answer. What has arrived is kept for the next try.
LOOK_UP_SECONDS = 30
DOWNLOAD_SECONDS = 25
# One person's look-ups that reach the package index.
LOOK_UPS = 20
LOOK_UP_WINDOW_SECONDS = 300
