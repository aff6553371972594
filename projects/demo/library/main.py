# A small library: books and loans in a database, and questions in SQL.

import sqlite3

connection = sqlite3.connect("library.db")  # a file; it is made when it is not there

connection.executescript(
    """
    DROP TABLE IF EXISTS loans;
    DROP TABLE IF EXISTS books;
    CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, author TEXT, year INTEGER);
    CREATE TABLE loans (book_id INTEGER REFERENCES books (id), reader TEXT, returned INTEGER);
    """
)

books = [
    (1, "Frankenstein", "Mary Shelley", 1818),
    (2, "Treasure Island", "Robert Louis Stevenson", 1883),
    (3, "The Time Machine", "H. G. Wells", 1895),
    (4, "The Railway Children", "E. Nesbit", 1906),
    (5, "The Secret Garden", "Frances Hodgson Burnett", 1911),
]
# The question marks are filled in by the database. Never glue text into SQL yourself!
connection.executemany("INSERT INTO books VALUES (?, ?, ?, ?)", books)

loans = [(2, "Maya", 1), (3, "Leo", 0), (3, "Maya", 1), (5, "Leo", 0), (2, "Zoe", 1), (3, "Zoe", 1)]
connection.executemany("INSERT INTO loans VALUES (?, ?, ?)", loans)
connection.commit()

print("Books from before 1900:")
for title, year in connection.execute("SELECT title, year FROM books WHERE year < 1900 ORDER BY year"):
    print(f"  {year}  {title}")

print("\nHow often each book was lent:")
question = """
    SELECT books.title, COUNT(loans.reader)
    FROM books LEFT JOIN loans ON loans.book_id = books.id
    GROUP BY books.id
    ORDER BY COUNT(loans.reader) DESC, books.title
"""
for title, count in connection.execute(question):
    print(f"  {count} × {title}")

reader = input("\nWhose books are still out? ")
question = "SELECT title FROM books JOIN loans ON book_id = id WHERE reader = ? AND returned = 0"
titles = [title for (title,) in connection.execute(question, [reader])]
print(f"{reader} has:", ", ".join(titles) if titles else "nothing")

connection.close()
