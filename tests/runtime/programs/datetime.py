"""Ages, days until a holiday, and a timetable."""

from datetime import date, datetime, timedelta, timezone

born, today = date(2010, 5, 17), date(2026, 3, 2)
age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print("Age", age, "born on a", born.strftime("%A"))
print("Days until summer:", (date(2026, 7, 1) - today).days)
start = datetime(2026, 3, 2, 8, 30)
for lesson in range(3):
    begin = start + timedelta(minutes=55 * lesson)
    print(begin.strftime("%H:%M"), "to", (begin + timedelta(minutes=45)).strftime("%H:%M"))
print(datetime.strptime("24/12/2025 18:00", "%d/%m/%Y %H:%M").isoformat())
print(date.fromisoformat("2024-02-28") + timedelta(days=1), today.isocalendar().week)
moment = datetime.now(timezone.utc)
print(
    moment.tzinfo, datetime.now() <= datetime.now(), abs(moment.timestamp() - datetime.now().timestamp()) < 5
)

# Prints:
# Age 15 born on a Monday
# Days until summer: 121
# 08:30 to 09:15
# 09:25 to 10:10
# 10:20 to 11:05
# 2025-12-24T18:00:00
# 2024-02-29 10
# UTC True True
