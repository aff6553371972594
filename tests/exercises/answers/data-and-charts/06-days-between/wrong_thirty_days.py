# Fails: Days until a day
# Fails: A day that does not exist
# Fails: The last day of a year
def days_until(day, today):
    year, month, number = map(int, day.split("-"))
    return (year - today.year) * 360 + (month - today.month) * 30 + number - today.day


def next_birthday(born, today):
    birthday = born.replace(year=today.year)
    return birthday if birthday >= today else birthday.replace(year=today.year + 1)
