# Fails: average() of some prices
# Fails: No average without prices
def total(prices):
    result = 0
    for price in prices:
        result = result + price
    return result


def average(prices):
    return total(prices) / 3


bill = [2.5, 1.25, 4]
print("Total:", total(bill))
print("Average:", average(bill))
