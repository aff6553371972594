# Fails: Names of one kind
def names_of(connection, kind):
    return connection.execute("SELECT name FROM animals WHERE kind = ? ORDER BY name", [kind]).fetchall()


def how_many(connection):
    return dict(connection.execute("SELECT kind, COUNT(*) FROM animals GROUP BY kind"))
