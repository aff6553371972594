# Looks at the text in place of catching an error.
def ask():
    while True:
        text = input("Number: ").strip()
        if text.isdigit() and 1 <= int(text) <= 10:
            return int(text)
        print("Once more, please.")


print("Thank you for", ask())
