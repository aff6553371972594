# Fails: Boiling water
# Fails: Freezing water
# Fails: A temperature with a decimal point
# Fails: Below zero
celsius = float(input("Degrees Celsius: "))
print((celsius + 32) * 9 / 5)
