names = set()
with open("answers.txt", encoding="utf-8") as file:
    for line in file:
        name = line.strip().title()
        if name:
            names.add(name)

with open("guests.txt", "w", encoding="utf-8") as file:
    for name in sorted(names):
        print(name, file=file)

print(len(names), "guests")
