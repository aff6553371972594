def frame(text, sign="*"):
    line = sign * (len(text) + 4)
    print(line)
    print(sign, text, sign)
    print(line)


frame("Good morning")
frame("Sale", "#")
