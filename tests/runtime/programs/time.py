"""A stopwatch around a pause, and the time of day."""

import time

begun = time.perf_counter()
time.sleep(0.25)
waited = time.perf_counter() - begun
print("Waited a quarter of a second:", waited >= 0.25)
print(time.strftime("%Y-%m-%d %H:%M", time.gmtime(0)), time.gmtime(86400).tm_mday)
print(time.time() > 1_700_000_000, time.monotonic() <= time.monotonic(), time.time_ns() > 0)

# Prints:
# Waited a quarter of a second: True
# 1970-01-01 00:00 2
# True True True
