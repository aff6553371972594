"""A library's database: tables, a join, groups, a transaction that is undone, a file that stays."""

import sqlite3

with sqlite3.connect("library.db") as db:
    db.executescript("""
        DROP TABLE IF EXISTS loans;
        DROP TABLE IF EXISTS books;
        CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL, year INTEGER CHECK (year > 0));
        CREATE TABLE loans (book INTEGER REFERENCES books(id), who TEXT);
    """)
    db.executemany(
        "INSERT INTO books (title, year) VALUES (?, ?)", [("Emma", 1815), ("Dune", 1965), ("Momo", 1973)]
    )
    db.executemany("INSERT INTO loans VALUES (?, ?)", [(1, "Ada"), (2, "Ada"), (2, "Alan")])
db.close()

db = sqlite3.connect("library.db")
db.row_factory = sqlite3.Row
for row in db.execute("SELECT who, COUNT(*) AS number FROM loans GROUP BY who ORDER BY number DESC"):
    print(row["who"], row["number"])
books_and_readers = db.execute("""
    SELECT title, who FROM books LEFT JOIN loans ON loans.book = books.id
    WHERE year > 1900 ORDER BY title, who
""")
print([tuple(row) for row in books_and_readers])
try:
    with db:
        db.execute("INSERT INTO books (title, year) VALUES ('Old', 1)")
        db.execute("INSERT INTO books (title, year) VALUES ('Wrong', -5)")
except sqlite3.IntegrityError as error:
    print(error)
print(db.execute("SELECT COUNT(*) FROM books").fetchone()[0], "books")
print(db.execute("SELECT json_extract('{\"a\": [1, 2]}', '$.a[1]')").fetchone()[0])
print(db.execute("SELECT title, RANK() OVER (ORDER BY year DESC) FROM books").fetchall()[0][:])
db.execute("CREATE VIRTUAL TABLE notes USING fts5(text)")
db.execute("INSERT INTO notes VALUES ('learning python in the browser')")
print(db.execute("SELECT text FROM notes WHERE notes MATCH 'browser'").fetchone()[0])
db.close()
memory = sqlite3.connect(":memory:")
print(memory.execute("SELECT 6 * 7").fetchone())
memory.close()

# Files: library.db
# Prints:
# Ada 2
# Alan 1
# [('Dune', 'Ada'), ('Dune', 'Alan'), ('Momo', None)]
# CHECK constraint failed: year > 0
# 3 books
# 2
# ('Momo', 1)
# learning python in the browser
# (42,)
