"""A backup of a folder."""

import os
import shutil

os.makedirs("work", exist_ok=True)
for name in "ab":
    with open(f"work/{name}.txt", "w") as file:
        file.write(name * 3)
shutil.copytree("work", "backup", dirs_exist_ok=True)
shutil.copy("work/a.txt", "copy.txt")
shutil.make_archive("work", "zip", "work")
shutil.rmtree("work")
print(
    sorted(os.listdir("backup")), open("copy.txt").read(), os.path.exists("work"), os.path.isfile("work.zip")
)

# Files: backup/a.txt, backup/b.txt, copy.txt, work.zip
# Prints:
# ['a.txt', 'b.txt'] aaa False True
