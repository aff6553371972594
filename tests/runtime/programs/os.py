"""Folders, paths and the environment."""

import os

os.makedirs("data/2026", exist_ok=True)
with open(os.path.join("data", "2026", "a.txt"), "w") as file:
    file.write("12345")
for folder, folders, files in os.walk("data"):
    print(folder, folders, files)
print(os.path.getsize("data/2026/a.txt"), os.path.splitext("a.tar.gz"), os.path.basename("x/y.py"))
os.rename("data/2026/a.txt", "data/b.txt")
print(sorted(os.listdir("data")), os.path.exists("data/2026/a.txt"))
os.environ["COLOUR"] = "green"
print(os.environ["COLOUR"], os.getenv("NOTHING", "not set"), os.sep, os.name)
print(os.getcwd().endswith("project"), os.path.isdir("data"), len(os.urandom(4)))

# Files: data/b.txt
# Prints:
# data ['2026'] []
# data/2026 [] ['a.txt']
# 5 ('a.tar', '.gz') y.py
# ['2026', 'b.txt'] False
# green not set / posix
# True True 4
