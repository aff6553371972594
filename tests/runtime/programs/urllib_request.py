"""Data from a public service with what Python brings itself, and a website that cannot be read."""

import json
from urllib.request import urlopen

with urlopen("https://api.example.org/planets") as answer:
    print(answer.status, json.load(answer)["path"])
print(urlopen("https://www.example.org/news").read())

# Ends: Failed
# Says:
# 200 /planets
# cannot be read
# Check a URL
