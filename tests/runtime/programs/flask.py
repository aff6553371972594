"""A web server in three lines."""

from flask import Flask

app = Flask(__name__)


@app.route("/")
def home():
    return "Hello"


app.run()

# Ends: Failed
# Says:
# flask
