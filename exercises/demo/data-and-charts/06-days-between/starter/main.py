from datetime import date


def days_until(day, today):
    return 0


def next_birthday(born, today):
    return born


print(days_until("2025-03-01", date(2025, 2, 1)))
print(next_birthday(date(2012, 1, 5), date(2025, 2, 1)))
