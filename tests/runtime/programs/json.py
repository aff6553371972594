"""A high-score list in a JSON file."""

import json
from pathlib import Path

scores = [{"name": "Ada", "points": 12}, {"name": "Zoë", "points": 9.5, "tags": ["new", None, True]}]
with open("scores.json", "w") as file:
    json.dump(scores, file, indent=2, ensure_ascii=False)
print(Path("scores.json").read_text())
with open("scores.json") as file:
    print(max(json.load(file), key=lambda row: row["points"])["name"])
try:
    json.loads('{"name": }')
except json.JSONDecodeError as error:
    print(error)

# Files: scores.json
# Prints:
# [
#   {
#     "name": "Ada",
#     "points": 12
#   },
#   {
#     "name": "Zoë",
#     "points": 9.5,
#     "tags": [
#       "new",
#       null,
#       true
#     ]
#   }
# ]
# Ada
# Expecting value: line 1 column 10 (char 9)
