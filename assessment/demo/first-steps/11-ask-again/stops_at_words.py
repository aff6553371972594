# Fails: Words, not numbers
number = int(input("A number from 1 to 10: "))
while number < 1 or number > 10:
    print("From 1 to 10!")
    number = int(input("Again: "))

print("Thank you for", number)
