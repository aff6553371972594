# One print, and the width worked out first.
def frame(words, border="*"):
    width = len(words) + 4
    print(border * width, border + words.center(width - 2) + border, border * width, sep="\n")
