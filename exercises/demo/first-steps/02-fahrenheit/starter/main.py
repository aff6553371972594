celsius = input("Degrees Celsius: ")

# Work out the degrees Fahrenheit and print them in place of this line.
print(celsius)
