"""FizzBuzz, a search with else, a countdown and a menu."""

for number in range(1, 16):
    if number % 15 == 0:
        print("FizzBuzz", end=" ")
    elif number % 3 == 0:
        print("Fizz", end=" ")
    elif number % 5 == 0:
        print("Buzz", end=" ")
    else:
        print(number, end=" ")
print()

for divisor in range(2, 17):
    if 17 % divisor == 0:
        print("17 is not prime")
        break
else:
    print("17 is prime")

seconds = 3
while seconds > 0:
    print(seconds)
    seconds -= 1
print("Lift-off")


def move(command):
    match command.split():
        case ["go", ("north" | "south") as direction]:
            return f"You walk {direction}."
        case ["take", thing]:
            return f"You take the {thing}."
        case []:
            return "Say something."
        case _:
            return "I do not understand."


print(move("go north"))
print(move("take lamp"))
print(move("dance"))

# Prints:
# 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
# 17 is prime
# 3
# 2
# 1
# Lift-off
# You walk north.
# You take the lamp.
# I do not understand.
