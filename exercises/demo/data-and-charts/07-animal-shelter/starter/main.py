import sqlite3


def names_of(connection, kind):
    return connection.execute("SELECT name FROM animals").fetchall()


def how_many(connection):
    return {}


connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE animals (name TEXT, kind TEXT, age INTEGER)")
connection.execute("INSERT INTO animals VALUES ('Nala', 'cat', 3), ('Rex', 'dog', 7), ('Bibi', 'cat', 1)")

print(names_of(connection, "cat"))
print(how_many(connection))
