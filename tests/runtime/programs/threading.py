"""A lock and an event can be tried out, a second thread cannot be started."""

import threading

lock = threading.Lock()
with lock:
    print(lock.locked(), threading.current_thread().name, threading.active_count())
event = threading.Event()
event.set()
print(event.wait(1))


def count():
    for number in range(3):
        print(number)


threading.Thread(target=count).start()

# Ends: Failed
# Says:
# True MainThread 1
# Explains:
# threading.Thread(target=count).start does not work in a browser
# Line 18 of main.py
# A program in a browser has one thread.
# Try this: Use asyncio for things that take turns, or call the function directly.
