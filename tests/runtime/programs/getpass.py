"""A password that is asked for."""

from getpass import getpass, getuser

for attempt in range(3):
    if getpass("Password: ") == "open sesame":
        print("The door opens for", getuser())
        break
    print("Wrong")

# Answers: let me in, open sesame
# Prints:
# Password: let me in
# Wrong
# Password: open sesame
# The door opens for student
