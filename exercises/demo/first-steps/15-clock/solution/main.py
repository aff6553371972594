def add_minutes(time, minutes):
    hour, minute = time.split(":")
    total = (int(hour) * 60 + int(minute) + minutes) % (24 * 60)
    return f"{total // 60:02}:{total % 60:02}"


print(add_minutes("22:50", 95))
