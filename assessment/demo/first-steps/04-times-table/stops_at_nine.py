# Fails: The table of 7
# Fails: The table of 12
number = int(input("Which number? "))

for i in range(1, 10):
    print(i, "x", number, "=", i * number)
