# Fails: A new book is written to the file
import json


def pages_read(path):
    with open(path) as file:
        return sum(book["pages"] for book in json.load(file) if book["read"])


def add_book(path, title, pages):
    with open(path, "a") as file:
        json.dump({"title": title, "pages": pages, "read": False}, file)
