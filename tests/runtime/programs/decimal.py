"""Money, exact to the penny."""

from decimal import ROUND_HALF_UP, Decimal, getcontext

print(0.1 + 0.2, Decimal("0.1") + Decimal("0.2"))
price = Decimal("19.99")
vat = (price * Decimal("0.2")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(price, "+", vat, "=", price + vat)
getcontext().prec = 50
print(Decimal(2).sqrt())

# Prints:
# 0.30000000000000004 0.3
# 19.99 + 4.00 = 23.99
# 1.4142135623730950488016887242096980785696718753769
