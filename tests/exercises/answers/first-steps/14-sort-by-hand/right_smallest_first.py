# Takes the smallest out again and again.
def in_order(numbers):
    left = list(numbers)
    result = []
    while left:
        smallest = min(left)
        left.remove(smallest)
        result.append(smallest)
    return result
