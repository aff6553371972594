def count_letters(text):
    counts = {}
    for letter in text.lower():
        if letter.isalpha():
            if letter in counts:
                counts[letter] += 1
            else:
                counts[letter] = 1
    return counts


print(count_letters("Banana"))
