# Asks with print() and greets with more words.
print("Who are you?")
who = input().strip()
print("Hello, " + who + ", and welcome.")
