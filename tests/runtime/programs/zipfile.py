"""Packing files into a zip, and what is in it."""

import zipfile

with zipfile.ZipFile("homework.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("essay.txt", "blah " * 100)
    archive.writestr("sums/one.txt", "1 + 1")
with zipfile.ZipFile("homework.zip") as archive:
    print(archive.namelist(), archive.read("sums/one.txt").decode(), archive.testzip())
    info = archive.getinfo("essay.txt")
    print(info.file_size, info.compress_size < 50)

# Files: homework.zip
# Prints:
# ['essay.txt', 'sums/one.txt'] 1 + 1 None
# 500 True
