"""Books from a public service: asked for, sent, and a website that cannot be read."""

import requests

answer = requests.get("https://api.example.org/books", params={"page": 2}, timeout=20)
print(answer.status_code, answer.json()["path"])
print(requests.post("https://api.example.org/new", json={"name": "Ada"}).json()["body"])
print(requests.get("https://api.example.org/missing").ok)
print(requests.get("https://www.example.org/news").text)

# Ends: Failed
# Says:
# 200 /books?page=2
# {"name": "Ada"}
# False
# cannot be read
# Check a URL
