from datetime import date


def days_until(day, today):
    return (date.fromisoformat(day) - today).days


def next_birthday(born, today):
    birthday = born.replace(year=today.year)
    if birthday < today:
        return birthday.replace(year=today.year + 1)
    return birthday


print(days_until("2025-03-01", date(2025, 2, 1)))
print(next_birthday(date(2012, 1, 5), date(2025, 2, 1)))
