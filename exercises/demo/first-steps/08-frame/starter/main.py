def frame(text, sign="*"):
    print(sign, text, sign)


frame("Good morning")
frame("Sale", "#")
