number = int(input("Which number? "))

for factor in range(1, 11):
    print(f"{factor} x {number} = {factor * number}")
