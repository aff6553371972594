def count_letters(text):
    counts = {}
    for letter in text:
        counts[letter] = 1
    return counts


print(count_letters("Banana"))
