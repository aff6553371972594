with open("input.txt", encoding="utf-8") as file:
    lines = file.read().splitlines()

spell = 0
longest = 0
for line in lines:
    if line != "missing" and float(line) >= 20:
        spell += 1
        longest = max(longest, spell)
    else:
        spell = 0

print(longest)
