def roman(number):
    return "I" * number


print(roman(3))
