"""How much an attempt may hold. Sizes are in bytes of content."""

from projects.limits import MEGABYTE, PROJECT_FILES

SNAPSHOT_BYTES = 5 * MEGABYTE
SNAPSHOT_FILES = PROJECT_FILES
WORK_BYTES = 100 * MEGABYTE  # all snapshots of one person's work on one exercise

NONCE_SECONDS = 7 * 24 * 60 * 60
ATTEMPTS_A_WINDOW = 30
WINDOW_SECONDS = 60
