# Fails: The answer for your own measurements
spell = longest = 0
for line in open("input.txt"):
    warm = "missing" not in line and float(line) > 20
    spell = spell + 1 if warm else 0
    longest = max(longest, spell)
print(longest)
