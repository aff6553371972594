def in_order(numbers):
    cards = []
    for number in numbers:
        cards.append(number)
    return cards


print(in_order([5, -2, 9, 0, 5]))
