"""A month as a calendar sheet, and leap years."""

import calendar

print(calendar.month(2024, 2))
print([year for year in range(1990, 2010) if calendar.isleap(year)])
print(calendar.monthrange(2023, 2), calendar.day_name[calendar.weekday(1969, 7, 20)])

# Prints:
#    February 2024
# Mo Tu We Th Fr Sa Su
#           1  2  3  4
#  5  6  7  8  9 10 11
# 12 13 14 15 16 17 18
# 19 20 21 22 23 24 25
# 26 27 28 29
#
# [1992, 1996, 2000, 2004, 2008]
# (calendar.WEDNESDAY, 28) Sunday
