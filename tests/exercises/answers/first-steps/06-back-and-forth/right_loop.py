# Compares letter by letter.
def is_palindrome(text):
    letters = [letter for letter in text.casefold() if letter != " "]
    for i in range(len(letters) // 2):
        if letters[i] != letters[-1 - i]:
            return False
    return True
