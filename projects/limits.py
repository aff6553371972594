"""How much a person may keep. Sizes are in bytes of content; the workspace tells the browser the first
three.
"""

MEGABYTE = 1024 * 1024

FILE_BYTES = 10 * MEGABYTE
PROJECT_BYTES = 20 * MEGABYTE
PROJECT_FILES = 200
PERSON_BYTES = 200 * MEGABYTE
PERSON_PROJECTS = 300

# What is kept so that it can come back. Beyond these the oldest goes for good.
FILE_VERSIONS = 200
FILE_VERSION_BYTES = 20 * MEGABYTE
DELETED_FILES = 100
DELETED_PROJECTS = 30

# Saves of one person within this time share one version.
VERSION_SECONDS = 120
# A replayed request is recognised while it is among a file's latest.
RECENT_KEYS = 20

# A person who types saves every few seconds; an upload of many files at once still fits.
SAVES_A_WINDOW = 150
WINDOW_SECONDS = 10
