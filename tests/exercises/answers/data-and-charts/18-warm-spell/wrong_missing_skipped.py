# Fails: The answer for your own measurements
spell = longest = 0
for line in open("input.txt"):
    if line.strip() == "missing":
        continue
    spell = spell + 1 if float(line) >= 20 else 0
    longest = max(longest, spell)
print(longest)
