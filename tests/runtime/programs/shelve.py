"""A telephone book that is still there tomorrow."""

import shelve

with shelve.open("phonebook") as book:
    book["Ada"] = {"number": "0151", "born": 1815}
    book["Alan"] = {"number": "0152", "born": 1912}

with shelve.open("phonebook") as book:
    del book["Alan"]
    print(book["Ada"]["number"], len(book), "Alan" in book, sorted(book))
    print(book.get("Grace", "unknown"))

# Files: phonebook
# Prints:
# 0151 1 False ['Ada']
# unknown
