# One branch for each row of the sign, from the oldest.
age = int(input())
if age >= 65:
    ticket = "Half"
elif age >= 18:
    ticket = "Full"
elif age >= 6:
    ticket = "Half"
else:
    ticket = "Free"
print(ticket)
