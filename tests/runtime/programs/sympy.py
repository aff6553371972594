"""Equations, a derivative, an integral and a matrix, with letters."""

from sympy import Matrix, Rational, diff, expand, factor, integrate, limit, pprint, sin, solve, sqrt, symbols

x, y = symbols("x y")
print(expand((x + 1) ** 3), factor(x**2 - 5 * x + 6))
print(solve(x**2 - 2, x), solve([x + y - 5, x - y - 1], [x, y]))
print(diff(x**3 * sin(x), x), integrate(2 * x, (x, 0, 3)), limit(sin(x) / x, x, 0))
print(Rational(1, 3) + Rational(1, 6), sqrt(8), Matrix([[1, 2], [3, 4]]).det())
pprint(x**2 / 2)

# Prints:
# x**3 + 3*x**2 + 3*x + 1 (x - 3)*(x - 2)
# [-sqrt(2), sqrt(2)] {x: 3, y: 2}
# x**3*cos(x) + 3*x**2*sin(x) 9 1
# 1/2 2*sqrt(2) -2
#  2
# x
# ──
# 2
