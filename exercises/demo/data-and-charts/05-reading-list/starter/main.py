import json


def pages_read(path):
    with open(path, encoding="utf-8") as file:
        books = json.load(file)
    return len(books)


def add_book(path, title, pages):
    pass


print(pages_read("books.json"))
