"""A web server in three lines."""

from flask import Flask

app = Flask(__name__)


@app.route("/")
def home():
    return "Hello"


app.run()

# Ends: Failed
# Explains:
# flask cannot be used here
# Line 3 of main.py
# Nobody can connect to a program in a browser.
# Try this: Call the functions of your program directly, and print what they give.
