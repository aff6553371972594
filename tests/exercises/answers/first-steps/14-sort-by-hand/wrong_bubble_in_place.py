# Fails: The given list stays as it was
def in_order(numbers):
    for _ in numbers:
        for i in range(len(numbers) - 1):
            if numbers[i] > numbers[i + 1]:
                numbers[i], numbers[i + 1] = numbers[i + 1], numbers[i]
    return numbers
