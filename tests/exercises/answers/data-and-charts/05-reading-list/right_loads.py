# dumps and loads, and a loop.
import json
from pathlib import Path


def pages_read(path):
    pages = 0
    for book in json.loads(Path(path).read_text(encoding="utf-8")):
        if book["read"]:
            pages += book["pages"]
    return pages


def add_book(path, title, pages):
    books = json.loads(Path(path).read_text(encoding="utf-8"))
    books += [dict(title=title, pages=pages, read=False)]
    Path(path).write_text(json.dumps(books, ensure_ascii=False), encoding="utf-8")
