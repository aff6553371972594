# Fails: The file of answers stays as it was
with open("answers.txt", encoding="utf-8") as file:
    names = sorted({line.strip().title() for line in file if line.strip()})
for path in ["guests.txt", "answers.txt"]:
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(names))
print(len(names), "guests")
