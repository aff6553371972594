# Fails: Words, not numbers
number = int(input())
while number < 1 or number > 10:
    number = int(input())
print("Thank you for", number)
