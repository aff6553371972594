with open("forest.txt", encoding="utf-8") as file:
    text = file.read()

print("Words:", len(text))
