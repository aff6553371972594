# Quicksort.
def in_order(numbers):
    if not numbers:
        return []
    first, *rest = numbers
    smaller = [number for number in rest if number < first]
    others = [number for number in rest if number >= first]
    return in_order(smaller) + [first] + in_order(others)
