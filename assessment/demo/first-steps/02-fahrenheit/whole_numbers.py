# Fails: A temperature with a decimal point
c = int(input("Degrees Celsius: "))
f = c * 9 / 5 + 32
print(f)
