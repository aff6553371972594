"""A timetable."""

from prettytable import PrettyTable

table = PrettyTable(["Day", "Lesson"])
table.add_row(["Monday", "Maths"])
table.add_row(["Friday", "Art"])
print(table)

# Prints:
# +--------+--------+
# |  Day   | Lesson |
# +--------+--------+
# | Monday | Maths  |
# | Friday |  Art   |
# +--------+--------+
