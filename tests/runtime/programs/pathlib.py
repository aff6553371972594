"""Notes in files: writing, reading line by line, adding, listing, deleting."""

from pathlib import Path

folder = Path("notes")
folder.mkdir(exist_ok=True)
(folder / "monday.txt").write_text("maths\nart\n", encoding="utf-8")
with open(folder / "monday.txt", "a") as file:
    file.write("sport\n")
with open("notes/monday.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, line.rstrip())
(folder / "friday.txt").write_text("free")
print(sorted(path.name for path in folder.iterdir()), folder.exists(), Path("nothing.txt").exists())
path = Path("notes/monday.txt")
print(path.stem, path.suffix, path.parent, path.stat().st_size)
(folder / "friday.txt").unlink()
Path("picture.bin").write_bytes(bytes(range(256)))
print([str(p) for p in sorted(folder.rglob("*.txt"))], Path("picture.bin").read_bytes()[65:68])
try:
    open("nothing.txt")
except FileNotFoundError as error:
    print(error.strerror, error.filename)

# Files: notes/monday.txt, picture.bin
# Prints:
# 1 maths
# 2 art
# 3 sport
# ['friday.txt', 'monday.txt'] True False
# monday .txt notes 16
# ['notes/monday.txt'] b'ABC'
# No such file or directory nothing.txt
