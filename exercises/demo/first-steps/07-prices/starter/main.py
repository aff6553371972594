def total(prices):
    return 0


def average(prices):
    return 0


bill = [2.5, 1.25, 4]
print("Total:", total(bill))
print("Average:", average(bill))
