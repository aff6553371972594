# Python's own sum, and the empty list found in another way.
def total(prices):
    return sum(prices)


def average(prices):
    try:
        return sum(prices) / len(prices)
    except ZeroDivisionError:
        raise ValueError("there are no prices") from None
