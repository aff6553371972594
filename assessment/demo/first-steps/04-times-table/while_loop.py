number = int(input("Which number? "))
line = 1

while line <= 10:
    print(f"{line} x {number} = {line * number}")
    line = line + 1
