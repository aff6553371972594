# 1.8 times, and rounded.
print(round(float(input()) * 1.8 + 32, 2))
