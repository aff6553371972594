"""How large an exercise may be. Sizes are in bytes where they say so, else in characters."""

MEGABYTE = 1024 * 1024

DOCUMENT_BYTES = 5 * MEGABYTE  # of canonical JSON
WRITTEN_BYTES = 2 * DOCUMENT_BYTES  # of the files that it is written in, which may be wordier
FILE_BYTES = MEGABYTE
FILES = 200  # starter, solution, tests and pictures together
CHECKS = 100
HINTS = 30
CASES = 200
RULES = 50
TOPICS = 20

TITLE = 100
NAME = 100
SUMMARY = 300
TOPIC = 40
CREDIT = 500
TEXT = 100_000
HINT = 10_000
MESSAGE = 1_000
CODE = 10_000
WORD = 200

SECONDS = 60
WEIGHT = 100
PUZZLE_INPUTS = 100
RANDOM_INPUTS = 500
ITEMS = 10_000  # numbers of a figure, points of a turtle's path

# Reading text: what a file by hand never reaches.
YAML_NODES = 30_000
YAML_DEPTH = 20

# An upload. A collection is a folder with folders, so it may hold more entries than a project.
ARCHIVE_BYTES = 10 * MEGABYTE
ARCHIVE_UNPACKED_BYTES = 30 * MEGABYTE
ARCHIVE_ENTRIES = 5_000
ARCHIVE_RATIO = 100
COLLECTION_EXERCISES = 300

# A folder on disk, such as a clone of a whole track.
FOLDER_FILES = 20_000
FOLDER_BYTES = 200 * MEGABYTE
