# Fails: The examples of the text
# Fails: Round midnight
# Fails: Many times by chance
def add_minutes(time, minutes):
    hours, mins = map(int, time.split(":"))
    total = (hours * 60 + mins + minutes) % 1440
    return f"{total // 60}:{total % 60}"
