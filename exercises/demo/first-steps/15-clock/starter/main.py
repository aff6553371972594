def add_minutes(time, minutes):
    return time


print(add_minutes("22:50", 95))
