# The standard library counts.
from collections import Counter


def count_letters(text):
    return Counter(letter for letter in text.lower() if letter.isalpha())
