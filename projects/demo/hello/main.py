# Hello! This is a whole program. Press Run to start it.

name = input("What is your name? ")  # the program waits here until you press Enter
age = int(input("How old are you? "))  # input() gives text; int() turns it into a number

print("Hello,", name + "!")
print("Next year you will be", age + 1, "years old.")

if age < 18:
    print("You can vote in", 18 - age, "years.")
else:
    print("You can already vote.")
