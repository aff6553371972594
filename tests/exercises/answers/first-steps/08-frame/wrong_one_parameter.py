# Fails: Another sign
# Fails: A function with two parameters
def frame(text):
    print("*" * (len(text) + 4))
    print("*", text, "*")
    print("*" * (len(text) + 4))
