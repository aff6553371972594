"""All CSV files of a folder."""

import glob
import os

os.makedirs("tables", exist_ok=True)
for name in ("b.csv", "a.csv", "c.txt"):
    open(f"tables/{name}", "w").close()
print(sorted(glob.glob("tables/*.csv")), sorted(glob.glob("*.csv", root_dir="tables")))

# Prints:
# ['tables/a.csv', 'tables/b.csv'] ['a.csv', 'b.csv']
