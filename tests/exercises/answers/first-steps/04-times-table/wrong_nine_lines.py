# Fails: The table of 7
# Fails: The table of 12
number = int(input())
for factor in range(1, 10):
    print(f"{factor} x {number} = {factor * number}")
