# Fails: Pages that were read
# Fails: Another file
import json


def pages_read(path):
    with open(path) as file:
        return sum(book["pages"] for book in json.load(file))


def add_book(path, title, pages):
    with open(path) as file:
        books = json.load(file)
    books.append({"title": title, "pages": pages, "read": False})
    with open(path, "w") as file:
        json.dump(books, file)
