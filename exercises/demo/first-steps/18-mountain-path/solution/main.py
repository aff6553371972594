with open("input.txt", encoding="utf-8") as file:
    lines = file.read().splitlines()

height = 0
greatest = 0
for line in lines:
    direction, metres = line.split()
    if direction == "up":
        height += int(metres)
    elif direction == "down":
        height -= int(metres)
    greatest = max(greatest, height)

print(greatest)
