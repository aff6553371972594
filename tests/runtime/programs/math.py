"""A ladder against a wall, and some number theory."""

import math

ladder, foot = 5, 3
print("Height:", math.sqrt(ladder**2 - foot**2))
print("Angle:", round(math.degrees(math.acos(foot / ladder)), 2))
print(math.gcd(84, 36), math.lcm(4, 6), math.factorial(20), math.comb(49, 6))
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.5), math.isqrt(50))
print(math.log2(1024), math.log10(1000), round(math.log(math.e**3), 6))
print(math.isclose(0.1 + 0.2, 0.3), 0.1 + 0.2 == 0.3, math.fsum([0.1] * 10))
print(round(math.pi, 5), math.inf > 10**300, math.isnan(math.nan), round(math.dist((0, 0), (3, 4)), 1))

# Prints:
# Height: 4.0
# Angle: 53.13
# 12 12 2432902008176640000 13983816
# -3 3 -2 7
# 10.0 3.0 3.0
# True False 1.0
# 3.14159 True True 5.0
