"""What happens at Ctrl+C can be changed; an alarm does not exist."""

import signal


def say_goodbye(number, frame):
    print("Goodbye:", signal.Signals(number).name)


signal.signal(signal.SIGINT, say_goodbye)
signal.raise_signal(signal.SIGINT)
print(signal.getsignal(signal.SIGINT) is say_goodbye)
signal.alarm(5)

# Ends: Failed
# Says:
# Goodbye: SIGINT
# True
# Explains:
# signal.alarm does not exist in a browser
# Line 13 of main.py
# A browser sends programs no alarms.
# Try this: Look at time.time() in your loop, or use asyncio.timeout().
