import sqlite3


def names_of(connection, kind):
    rows = connection.execute("SELECT name FROM animals WHERE kind = ? ORDER BY name", [kind])
    return [name for (name,) in rows]


def how_many(connection):
    rows = connection.execute("SELECT kind, COUNT(*) FROM animals GROUP BY kind")
    return dict(rows.fetchall())


connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE animals (name TEXT, kind TEXT, age INTEGER)")
connection.execute("INSERT INTO animals VALUES ('Nala', 'cat', 3), ('Rex', 'dog', 7), ('Bibi', 'cat', 1)")

print(names_of(connection, "cat"))
print(how_many(connection))
