def total(prices):
    return sum(prices)


def average(prices):
    if len(prices) == 0:
        raise ValueError("no prices")
    return total(prices) / len(prices)


print("Total:", total([2.5, 1.25, 4]))
