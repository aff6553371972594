def place_for(number, cards):
    """Where in `cards`, which are in order, the number belongs."""
    for place, card in enumerate(cards):
        if card > number:
            return place
    return len(cards)


def in_order(numbers):
    cards = []
    for number in numbers:
        cards.insert(place_for(number, cards), number)
    return cards


print(in_order([5, -2, 9, 0, 5]))
