# Takes the text apart and builds dates of the parts.
import datetime


def days_until(day, today):
    year, month, number = day.split("-")
    other = datetime.date(int(year), int(month), int(number))
    return other.toordinal() - today.toordinal()


def next_birthday(born, today):
    year = today.year
    if (born.month, born.day) < (today.month, today.day):
        year += 1
    return datetime.date(year, born.month, born.day)
