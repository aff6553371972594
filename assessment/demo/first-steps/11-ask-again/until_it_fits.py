number = 0
while number < 1 or number > 10:
    try:
        number = int(input("A number from 1 to 10: "))
    except ValueError:
        print("Only digits, please.")

print("Thank you for", number)
