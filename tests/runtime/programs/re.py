"""Finding dates, prices and names in a text."""

import re

text = "Ada (1815-12-10) paid £3.50, Alan (1912-06-23) paid £12.00 on 2024-01-05."
print(re.findall(r"\d{4}-\d\d-\d\d", text))
print(sum(float(price) for price in re.findall(r"£(\d+\.\d\d)", text)))
for match in re.finditer(r"(?P<name>[A-Z]\w+) \((?P<year>\d{4})", text):
    print(match["name"], match["year"], match.span())
print(re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3/\2/\1", text))
print(bool(re.fullmatch(r"[\w.]+@[\w.]+\.\w{2,}", "ada@example.org")), re.split(r"[,;]\s*", "a, b;c"))

# Prints:
# ['1815-12-10', '1912-06-23', '2024-01-05']
# 15.5
# Ada 1815 (0, 9)
# Alan 1912 (29, 39)
# Ada (10/12/1815) paid £3.50, Alan (23/06/1912) paid £12.00 on 05/01/2024.
# True ['a', 'b', 'c']
