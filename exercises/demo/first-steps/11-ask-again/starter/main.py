number = int(input("A number from 1 to 10: "))
print(f"{number} is the number that you typed")
