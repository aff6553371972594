"""What the module re cannot: brackets inside brackets, and words with a mistake."""

import regex

print(regex.findall(r"\((?:[^()]|(?R))*\)", "a (b (c) d) (e)"))
print(regex.search(r"(?:colour){e<=1}", "my favourite color").group())
print(regex.findall(r"\p{Lu}\p{Ll}+", "Ärger und Éclair"))

# Prints:
# ['(b (c) d)', '(e)']
# color
# ['Ärger', 'Éclair']
