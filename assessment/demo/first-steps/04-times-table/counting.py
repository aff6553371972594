number = int(input("Which number? "))

for i in range(1, 11):
    print(i, "x", number, "=", i * number)
