# Writes a letter for each day and splits the text.
days = ""
with open("input.txt") as file:
    for line in file:
        line = line.strip()
        days += "w" if line != "missing" and float(line) >= 20.0 else " "
print("The longest warm spell in days:")
print(max(len(spell) for spell in days.split(" ")))
