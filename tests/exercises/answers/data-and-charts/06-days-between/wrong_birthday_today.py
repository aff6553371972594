# Fails: The next birthday
from datetime import date


def days_until(day, today):
    return (date.fromisoformat(day) - today).days


def next_birthday(born, today):
    birthday = born.replace(year=today.year)
    return birthday if birthday > today else birthday.replace(year=today.year + 1)
