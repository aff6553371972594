"""German is asked for; dates and numbers stay as they are in English."""

import locale
from datetime import date

print(locale.setlocale(locale.LC_ALL, "de_DE.UTF-8"))
print(date(2026, 3, 1).strftime("%A, %d %B"))
print(locale.format_string("%.2f", 1234.5, grouping=True), f"{1234.5:,.2f}")
print(locale.str(0.5), locale.atof("2.5"), sorted(["b", "A", "a"], key=locale.strxfrm))

# Prints:
# de_DE.UTF-8
# Sunday, 01 March
# 1234.50 1,234.50
# 0.5 2.5 ['A', 'a', 'b']
