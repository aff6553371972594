"""Files for a moment, which do not stay in the project."""

import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "scratch.txt")
    with open(path, "w") as file:
        file.write("gone soon")
    print(os.path.getsize(path))
print(os.path.exists(path))
with tempfile.TemporaryFile("w+") as file:
    file.write("line")
    file.seek(0)
    print(file.read())

# Prints:
# 9
# False
# line
