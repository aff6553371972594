# Python's own times.
from datetime import datetime, timedelta


def add_minutes(time, minutes):
    return (datetime.strptime(time, "%H:%M") + timedelta(minutes=minutes)).strftime("%H:%M")
