# Fails: The frame grows with the text
# Fails: Another sign
def frame(text, sign="*"):
    print("******")
    print(sign, text, sign)
    print("******")


frame("Good morning")
frame("Sale", "#")
