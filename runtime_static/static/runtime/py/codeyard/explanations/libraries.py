"""Errors of modules that beginners use: json, sqlite3, statistics, decimal, re, and of libraries."""

import re
from typing import Any

from codeyard.explanations.wording import Explanation, Rule, first, plain, say


def json_error(problem: Any) -> Explanation:
    """Text that is not JSON: where it breaks, and why."""
    line, column, text = problem.error.lineno, problem.error.colno, problem.error.doc
    if type(text) is str and not text.strip():
        return Explanation(
            "There is no JSON here: the text is empty",
            "The file is empty, was read twice, or the answer of a server had no content.",
            "Print the text before you hand it to `json`.",
        )
    if type(text) is str and text.lstrip().startswith("<"):
        return Explanation(
            "This is a web page, not JSON",
            "The text begins with `<`. A server often answers with a page when something went wrong.",
            "Print the text, and check the address.",
        )
    reasons = {
        "Expecting property name": 'Keys stand in double quotes `"`; single ones and a comma before `}` are not JSON.',
        "Expecting value": 'A value is missing, or written as in Python. JSON has `true`, `false`, `null` and `"`.',
        "Expecting ',' delimiter": "A comma is missing between two entries, or a bracket is not closed.",
        "Expecting ':' delimiter": "A colon is missing between a key and its value.",
        "Extra data": "There is more after the end. A file holds one list or one dictionary, not several.",
        "Unterminated string": 'A quotation mark `"` is missing at the end of a text.',
        "Illegal trailing comma": "After the last entry stands a comma too many.",
        "Invalid control character": "A text goes over the end of the line. Write `\\n` in it.",
        "Invalid \\escape": "A backslash in a text is written twice: `\\\\`.",
    }
    reason = next((words for start, words in reasons.items() if problem.message.startswith(start)), "")
    return Explanation(
        f"The text is not JSON: it breaks on line {int(line)}, at character {int(column)}",
        reason or "A sign is missing or too much there.",
        "Look at that place in the text, not in the program.",
    )


SQL_RULES: tuple[Rule, ...] = (
    say(
        r"no such table: (.+)",
        "The database has no table `{0}`",
        "Tables are made with `CREATE TABLE`. A database in memory is empty at each start, and so is a "
        "file with a new name.",
        "Check the name, and that the table is made before this line.",
    ),
    say(
        r"no such column: (.+)",
        "The table has no column `{0}`",
        "In SQL a word without quotes is the name of a column.",
        "Check the name. A text stands in single quotes, or better: write `?` and give the value in a tuple.",
    ),
    say(
        r"near \"(.+)\": syntax error",
        "The SQL cannot be read near `{0}`",
        "A word is misspelt, or a comma or a bracket is missing, at this place or just before it.",
        "Compare it with: `SELECT name FROM students WHERE age > 12`",
    ),
    say(
        r"incomplete input",
        "The SQL ends too early",
        "A bracket or a quotation mark has not been closed, or a part is missing.",
        "Look at the end of the SQL.",
    ),
    say(
        r"unrecognized token: (.+)",
        "SQL does not know {0}",
        "Perhaps a quotation mark is not closed.",
        "Use single quotes for texts in SQL.",
    ),
    say(
        r"table (.+) already exists",
        "There is a table `{0}` already",
        "It was made when the program ran before, and the database file has kept it.",
        "Write `CREATE TABLE IF NOT EXISTS {0} (…)`.",
    ),
    say(
        r"table (.+) has (\d+) columns? but (\d+) values? were supplied",
        "The table `{0}` has {1} columns, and the line gives {2} values",
        "`INSERT` needs a value for each column, or the names of those that it fills.",
        "Write `INSERT INTO {0} (name, age) VALUES (?, ?)`",
    ),
    say(
        r"UNIQUE constraint failed: (.+)",
        "There is a row with the same `{0}` already",
        "This column allows each value only once.",
        "Use another value, or `INSERT OR REPLACE`.",
    ),
    say(
        r"NOT NULL constraint failed: (.+)",
        "`{0}` has to have a value",
        "The table does not allow this column to be empty.",
        "Give it a value.",
    ),
    say(
        r"FOREIGN KEY constraint failed",
        "The row points to a row in another table that does not exist",
        "A foreign key has to lead somewhere.",
        "Make the other row first.",
    ),
    say(
        r"(\w+) constraint failed: (.+)",
        "The table does not allow this value ({1})",
        "It has a rule for its rows, and this one breaks it.",
        "Look at the `CREATE TABLE`.",
    ),
    say(
        r"Incorrect number of bindings supplied\. The current statement uses (\d+), and there (?:are|is) "
        r"(\d+) supplied",
        "The SQL has {0} places `?`, and gets {1} values",
        "Each `?` takes one value from the tuple. A single text in place of a tuple counts by its letters.",
        "For one value, write a tuple with a comma: `(name,)`",
    ),
    say(
        r"Cannot operate on a closed (database|cursor)",
        "The {0} is closed already",
        "After `close()` it can no longer be used.",
        "Move `close()` to the end.",
    ),
    say(
        r"You can only execute one statement at a time",
        "`execute` takes one SQL statement at a time",
        "There are several, parted by `;`.",
        "Use `executescript`, or several calls.",
    ),
    say(
        r"(?:Error binding parameter|type '([\w.]+)' is not supported)",
        "A value of this type cannot be stored in the database",
        "SQLite stores numbers, texts, bytes and `None`.",
        "Turn it into text first, with `str(…)`.",
    ),
    say(
        r"unable to open database file",
        "The database file cannot be opened",
        "Its folder does not exist.",
        'Use a name alone: `sqlite3.connect("school.db")`',
    ),
    say(
        r"database is locked",
        "The database is in use",
        "Another connection of the program has not finished.",
        "Write `commit()` on it, or use one connection only.",
    ),
)
STATISTICS_RULES: tuple[Rule, ...] = (
    say(
        r"(\w+) requires at least (\w+) data points?",
        "`{0}` needs more numbers: at least {1}",
        "The list is empty or too short.",
        "Ask first: `if numbers:`",
    ),
)
PATTERN_RULES: tuple[Rule, ...] = (
    say(
        r"(.+) at position (\d+)",
        "The search pattern cannot be read at character {1}",
        "Signs such as `. * + ? [ ] ( ) |` have a meaning of their own in a pattern. Python says: {0}.",
        "To look for such a sign itself, put a backslash before it, or use `re.escape(text)`.",
    ),
)


# What libraries say in words that a beginner does not know, whatever the type of the error.
INSIDE_RULES: tuple[Rule, ...] = (
    say(
        r"bad color string: (.*)|'(.+?)' is not a valid value for color",
        "There is no colour `{0}{1}`",
        "Colours have English names, such as `red` or `dark green`, or are written as `#ff8800`.",
        "Check the spelling of the colour.",
    ),
    say(
        r"Invalid URL '(.*?)'",
        "`{0}` is not a whole address",
        "An address begins with `https://` and goes on with the name of a server.",
        'Write it as in the address bar of a browser: `"https://www.example.org/"`',
    ),
    say(
        r"cannot identify image file '(.+?)'",
        "The file `{0}` is not a picture",
        "Pillow reads PNG, JPEG, GIF and others. What is in the file counts, not the ending of its name.",
        "Open the file from the file panel to see what it holds.",
    ),
)


def sql(problem: Any) -> Explanation | None:
    """An error of SQLite."""
    return first(SQL_RULES, problem, problem.message)


def statistics(problem: Any) -> Explanation | None:
    """An error of `statistics`."""
    return first(STATISTICS_RULES, problem, problem.message)


def pattern(problem: Any) -> Explanation | None:
    """An error of `re`."""
    return first(PATTERN_RULES, problem, problem.message)


def decimal(problem: Any) -> Explanation | None:
    """An error of `decimal`."""
    if "ConversionSyntax" not in problem.message:
        return None
    return Explanation(
        "This text cannot become a decimal number",
        '`Decimal` reads texts such as `"3.50"`, with a point and no spaces.',
        "Print the text to see what it holds.",
    )


def inside(problem: Any) -> Explanation | None:
    """An error that arose in a library: of most, where it came from is all that can be said."""
    name = plain(problem.library)
    if not name or not problem.path:
        return None
    known = first(INSIDE_RULES, problem, problem.message)
    if known is not None:
        return known
    word = re.split(r"[.:\n]", problem.message)[0]
    return Explanation(
        f"`{name}` could not do what line {problem.line} asks for",
        f"The error arose inside `{name}`, which your line called"
        + (f": {plain(word, 120)}." if word else "."),
        "Check the values that you hand over in this line: are they of the right type, and spelt as the "
        "library wants them?",
    )
