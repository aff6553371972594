"""A lamp that blinks on a Raspberry Pi."""

import time

import RPi.GPIO as GPIO

GPIO.setmode(GPIO.BCM)
GPIO.setup(18, GPIO.OUT)
for _ in range(3):
    GPIO.output(18, GPIO.HIGH)
    time.sleep(1)
    GPIO.output(18, GPIO.LOW)
    time.sleep(1)

# Ends: Failed
# Explains:
# RPi cannot be used here
# Line 5 of main.py
# It needs the pins of a small computer, and a browser has none.
# Try this: Run the program on the board itself.
