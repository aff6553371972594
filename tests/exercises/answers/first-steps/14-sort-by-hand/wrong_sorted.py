# Fails: Without Python's sorting
def in_order(numbers):
    return sorted(numbers)
