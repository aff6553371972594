while True:
    try:
        number = int(input("A number from 1 to 10: "))
    except ValueError:
        print("Please type a number.")
        continue
    if 1 <= number <= 10:
        break
    print("That is not from 1 to 10.")

print(f"Thank you for {number}")
