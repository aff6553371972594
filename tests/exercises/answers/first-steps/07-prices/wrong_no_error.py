# Fails: No average without prices
def total(prices):
    return sum(prices)


def average(prices):
    return sum(prices) / len(prices)
