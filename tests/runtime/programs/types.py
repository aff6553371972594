"""A shopping bag: one value of each built-in type."""

price = 1.25
apples = 3
fruit = "apple"
bag = ["apple", "pear"]
stock = {"apple": 10, "pear": 4}
colours = {"red", "green", "red"}
point = (3, 4)

print(fruit.upper(), len(fruit), fruit[::-1])
print(apples * price, apples // 2, apples % 2, 2**100)
bag.append("plum")
print(bag, bag[-1], "pear" in bag)
stock["apple"] -= apples
print(stock, sum(stock.values()))
print(sorted(colours), {"red"} <= colours)
x, y = point
print(x, y, (x**2 + y**2) ** 0.5)
print(bytes([72, 105]), True and not False, None is None, 3 + 4j)

# Prints:
# APPLE 5 elppa
# 3.75 1 1 1267650600228229401496703205376
# ['apple', 'pear', 'plum'] plum True
# {'apple': 7, 'pear': 4} 11
# ['green', 'red'] True
# 3 4 5.0
# b'Hi' True True (3+4j)
