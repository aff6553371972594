"""What changed between two versions, and what a mistyped word was meant to be."""

import difflib

before = ["milk", "bread", "eggs"]
after = ["milk", "butter", "eggs", "jam"]
for line in difflib.unified_diff(before, after, "monday", "tuesday", lineterm="", n=0):
    print(line)
print(difflib.get_close_matches("pyhton", ["python", "java", "pascal"]))
print(round(difflib.SequenceMatcher(None, "kitten", "sitting").ratio(), 3))

# Prints:
# --- monday
# +++ tuesday
# @@ -2 +2 @@
# -bread
# +butter
# @@ -3,0 +4 @@
# +jam
# ['python']
# 0.615
