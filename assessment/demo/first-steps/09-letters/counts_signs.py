# Fails: Only letters count
# Fails: Many texts by chance
def count_letters(text):
    counts = {}
    text = text.lower()
    for x in text:
        counts[x] = text.count(x)
    return counts


print(count_letters("Banana"))
