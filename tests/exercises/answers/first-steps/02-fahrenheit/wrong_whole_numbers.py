# Fails: A temperature with a decimal point
celsius = int(input("Degrees Celsius: "))
print(celsius * 9 / 5 + 32)
