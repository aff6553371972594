# Fails: The answer for your own path
height = 0
for line in open("input.txt"):
    way, metres = line.split()
    if way == "up":
        height += int(metres)
    elif way == "down":
        height -= int(metres)
print(height)
