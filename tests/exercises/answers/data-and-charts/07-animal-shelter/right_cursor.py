# A cursor, and sorting and counting in Python.
from collections import Counter


def names_of(connection, kind):
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM animals WHERE kind = :kind", {"kind": kind})
    return sorted(row[0] for row in cursor.fetchall())


def how_many(connection):
    return Counter(kind for (kind,) in connection.execute("SELECT kind FROM animals"))
