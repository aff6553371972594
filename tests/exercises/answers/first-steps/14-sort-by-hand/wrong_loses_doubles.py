# Fails: Some numbers
# Fails: Many lists by chance
def in_order(numbers):
    left = set(numbers)
    result = []
    while left:
        result.append(min(left))
        left.remove(min(left))
    return result
