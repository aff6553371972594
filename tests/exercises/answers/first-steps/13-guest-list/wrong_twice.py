# Fails: guests.txt has the names in order
# Fails: The program says how many guests come
with open("answers.txt", encoding="utf-8") as file:
    names = sorted(line.strip().title() for line in file if line.strip())
with open("guests.txt", "w", encoding="utf-8") as file:
    file.write("\n".join(names))
print(len(names), "guests")
