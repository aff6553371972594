"""Sums of fractions, as in a mathematics lesson."""

from fractions import Fraction

half, third = Fraction(1, 2), Fraction("1/3")
print(half + third, half * third, half / third, half > third)
print(sum(Fraction(1, n) for n in range(1, 11)))
print(Fraction(0.75), Fraction(3.141592653589793).limit_denominator(1000), float(Fraction(1, 8)))

# Prints:
# 5/6 1/6 3/2 True
# 7381/2520
# 3/4 355/113 0.125
