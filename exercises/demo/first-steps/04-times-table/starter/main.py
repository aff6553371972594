number = int(input("Which number? "))

print(f"1 x {number} = {1 * number}")
print(f"2 x {number} = {2 * number}")
