def load_all(ferry, numbers):
    for number in numbers:
        ferry.load(number)
