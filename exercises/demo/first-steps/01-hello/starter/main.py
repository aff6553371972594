# Ask for a name, then say hello to that person.

print("Hello, you")
