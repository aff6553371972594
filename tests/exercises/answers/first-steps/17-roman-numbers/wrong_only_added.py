# Fails: All tests of the file pass
# Fails: Many numbers by chance
def roman(number):
    if not 1 <= number <= 3999:
        raise ValueError
    text = ""
    for value, letter in zip([1000, 500, 100, 50, 10, 5, 1], "MDCLXVI"):
        text += letter * (number // value)
        number %= value
    return text
