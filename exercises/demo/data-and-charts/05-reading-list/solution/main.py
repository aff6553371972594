import json


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def pages_read(path):
    return sum(book["pages"] for book in load(path) if book["read"])


def add_book(path, title, pages):
    books = load(path)
    books.append({"title": title, "pages": pages, "read": False})
    with open(path, "w", encoding="utf-8") as file:
        json.dump(books, file, indent=2)


print(pages_read("books.json"))
