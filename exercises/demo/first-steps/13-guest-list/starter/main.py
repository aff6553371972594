with open("answers.txt", encoding="utf-8") as file:
    text = file.read()

print(text)
