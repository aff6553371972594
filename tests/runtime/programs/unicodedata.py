"""Names of characters, and letters without their accents."""

import unicodedata

for character in "é→😀":
    print(f"U+{ord(character):04X}", unicodedata.name(character), unicodedata.category(character))
word = "Crème brûlée"
plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
print(word, "->", plain, len(word), len(unicodedata.normalize("NFD", word)))
print(unicodedata.numeric("½"))

# Prints:
# U+00E9 LATIN SMALL LETTER E WITH ACUTE Ll
# U+2192 RIGHTWARDS ARROW Sm
# U+1F600 GRINNING FACE So
# Crème brûlée -> Creme brulee 12 15
# 0.5
