# pathlib, a list in place of a set, and one text for the whole file.
from pathlib import Path

names = []
for line in Path("answers.txt").read_text(encoding="utf-8").split("\n"):
    name = line.strip().title()
    if name and name not in names:
        names.append(name)
names.sort()
Path("guests.txt").write_text("\n".join(names), encoding="utf-8")
print(f"There are {len(names)} guests.")
