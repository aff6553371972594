"""Errors that are caught, errors that are raised, and what is always done at the end."""


class NotEnoughMoney(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} is missing")
        self.missing = missing


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise NotEnoughMoney(amount - self.balance)
        self.balance -= amount
        return self.balance


def number_from(text):
    try:
        return int(text)
    except ValueError as error:
        print("Caught:", error)
        return 0
    else:
        print("never here")
    finally:
        print("Read", repr(text))


print(number_from("12") + number_from("twelve"))

account = Account(50)
try:
    account.withdraw(20)
    account.withdraw(40)
except NotEnoughMoney as error:
    print("Refused:", error, error.missing)

try:
    {}["key"]
except (KeyError, IndexError) as error:
    print(type(error).__name__, error)

try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise RuntimeError("the sum failed") from error
except RuntimeError as error:
    print(error, "because of", error.__cause__)

try:
    raise ExceptionGroup("two", [ValueError("a"), TypeError("b")])
except* ValueError as group:
    print("values:", group.exceptions)
except* TypeError as group:
    print("types:", group.exceptions)

with open("note.txt", "w") as file:
    file.write("kept")
print(file.closed, open("note.txt").read())

# Prints:
# Read '12'
# Caught: invalid literal for int() with base 10: 'twelve'
# Read 'twelve'
# 12
# Refused: 10 is missing 10
# KeyError 'key'
# the sum failed because of division by zero
# values: (ValueError('a'),)
# types: (TypeError('b'),)
# True kept
