YEARS = {2024: True, 2023: False, 2022: False, 1900: False, 2000: True, 1996: True}


def works(is_leap):
    for year, answer in YEARS.items():
        if is_leap(year) != answer:
            return False
    return True


def every_four_years(year):
    return year % 4 == 0


print(works(every_four_years))
