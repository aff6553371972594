"""A table on a database server."""

import mysql.connector

db = mysql.connector.connect(host="localhost", user="ada", password="secret")
cursor = db.cursor()
cursor.execute("SELECT name FROM pupils")
print(cursor.fetchall())

# Ends: Failed
# Explains:
# mysql cannot be used here
# Line 3 of main.py
# It connects to a database server, which a browser does not allow.
# Try this: Use sqlite3.
