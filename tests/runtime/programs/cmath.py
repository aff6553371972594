"""Both solutions of a quadratic equation, complex ones too."""

import cmath


def solve(a, b, c):
    root = cmath.sqrt(b * b - 4 * a * c)
    return (-b + root) / (2 * a), (-b - root) / (2 * a)


print(solve(1, -3, 2))
print(solve(1, 2, 5))
print(round(cmath.phase(1j), 4), abs(3 + 4j), abs(cmath.exp(1j * cmath.pi) + 1) < 1e-15)

# Prints:
# ((2+0j), (1-0j))
# ((-1+2j), (-1-2j))
# 1.5708 5.0 True
