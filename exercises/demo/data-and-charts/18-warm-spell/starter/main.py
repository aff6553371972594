with open("input.txt", encoding="utf-8") as file:
    lines = file.read().splitlines()

print(len(lines), "days")
