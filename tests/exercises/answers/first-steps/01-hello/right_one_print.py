# One print with two values; the greeting goes on after the name.
name = input()
print("hello,", name)
