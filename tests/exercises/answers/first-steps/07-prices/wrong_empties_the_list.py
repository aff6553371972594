# Fails: The list stays as it was
def total(prices):
    result = 0
    while prices:
        result += prices.pop()
    return result


def average(prices):
    count = len(prices)
    if count == 0:
        raise ValueError("no prices")
    return total(prices) / count
