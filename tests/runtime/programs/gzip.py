"""A log file, compressed."""

import gzip
import os

with gzip.open("log.gz", "wt") as file:
    file.write("all quiet\n" * 200)
with gzip.open("log.gz", "rt") as file:
    print(len(file.readlines()), "lines in fewer than 100 bytes:", os.path.getsize("log.gz") < 100)

# Files: log.gz
# Prints:
# 200 lines in fewer than 100 bytes: True
