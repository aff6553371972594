"""Sorting by a column, and a calculator."""

import operator

students = [("Ada", 36), ("Alan", 41), ("Grace", 29)]
print(sorted(students, key=operator.itemgetter(1)))
signs = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def calculate(text):
    stack = []
    for word in text.split():
        if word in signs:
            b, a = stack.pop(), stack.pop()
            stack.append(signs[word](a, b))
        else:
            stack.append(float(word))
    return stack.pop()


print(calculate("3 4 + 2 *"), calculate("10 4 /"))
print(operator.attrgetter("real")(3 + 4j), operator.methodcaller("upper")("a"))

# Prints:
# [('Grace', 29), ('Ada', 36), ('Alan', 41)]
# 14.0 2.5
# 3.0 A
