"""A receipt, with f-strings."""

items = [("Pencil", 0.5, 12), ("Exercise book", 1.25, 3), ("Ruler", 2, 1)]
width = 30
print("Receipt".center(width, "="))
for name, price, count in items:
    print(f"{name:<16}{count:>4} {price * count:>9.2f}")
total = sum(price * count for _, price, count in items)
print(f"{'Total':<16}{total:>14.2f}")
print(f"{1234567.891:,.2f} {0.256:.0%} {255:b} {255:x} {255:08b} {3:+d} {1e9:e}")
print(f"{total=} {'tab'!r}")
print("%s has %d points" % ("Ada", 7), "{} {}".format("old", "style"))

# Prints:
# ===========Receipt============
# Pencil            12      6.00
# Exercise book      3      3.75
# Ruler              1      2.00
# Total                    11.75
# 1,234,567.89 26% 11111111 ff 11111111 +3 1.000000e+09
# total=11.75 'tab'
# Ada has 7 points old style
