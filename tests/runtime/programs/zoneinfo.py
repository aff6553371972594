"""When a video call starts in three cities."""

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

call = datetime(2026, 7, 1, 15, 0, tzinfo=ZoneInfo("Europe/London"))
for city in ("Europe/London", "Asia/Tokyo", "America/New_York"):
    print(city, call.astimezone(ZoneInfo(city)).strftime("%d %H:%M %Z"))
winter = call.replace(month=1)
print(call.utcoffset(), winter.utcoffset(), "Europe/Paris" in available_timezones())

# Prints:
# Europe/London 01 15:00 BST
# Asia/Tokyo 01 23:00 JST
# America/New_York 01 10:00 EDT
# 1:00:00 0:00:00 True
