# Fails: Only letters count
# Fails: Many texts by chance
def count_letters(text):
    counts = {}
    for letter in text.lower():
        counts[letter] = counts.get(letter, 0) + 1
    return counts
