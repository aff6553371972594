# Fails: A value with a quote in it
def names_of(connection, kind):
    rows = connection.execute(f"SELECT name FROM animals WHERE kind = '{kind}' ORDER BY name")
    return [row[0] for row in rows]


def how_many(connection):
    return dict(connection.execute("SELECT kind, COUNT(*) FROM animals GROUP BY kind"))
