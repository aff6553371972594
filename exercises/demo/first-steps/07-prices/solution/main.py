def total(prices):
    sum_so_far = 0
    for price in prices:
        sum_so_far += price
    return sum_so_far


def average(prices):
    if not prices:
        raise ValueError("no prices")
    return total(prices) / len(prices)


bill = [2.5, 1.25, 4]
print("Total:", total(bill))
print("Average:", average(bill))
