"""Lists, dictionaries and sets made in one line."""

words = ["python", "is", "fun", "is", "it"]
print([word.upper() for word in words if len(word) > 2])
print({word: len(word) for word in words})
print(sorted({len(word) for word in words}))
print([[row * column for column in range(1, 4)] for row in range(1, 4)])
print([(a, b, c) for c in range(1, 21) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
print([letter for word in words[:2] for letter in word])

# Prints:
# ['PYTHON', 'FUN']
# {'python': 6, 'is': 2, 'fun': 3, 'it': 2}
# [2, 3, 6]
# [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
# [(3, 4, 5), (6, 8, 10), (5, 12, 13), (9, 12, 15), (8, 15, 17), (12, 16, 20)]
# ['p', 'y', 't', 'h', 'o', 'n', 'i', 's']
