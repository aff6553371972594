"""How much may be handed in. Sizes are in bytes of content."""

from projects.limits import MEGABYTE

HAND_INS = 50  # to one assignment, by one student
PROJECT_SNAPSHOT_BYTES = 200 * MEGABYTE  # all that one person has handed in of projects
