def works(is_leap):
    return is_leap(2024)


def every_four_years(year):
    return year % 4 == 0


print(works(every_four_years))  # should be False: this function forgets the centuries
