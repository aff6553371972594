"""What a sensor sends over a cable."""

import serial

with serial.Serial("COM3", 9600) as port:
    print(port.readline().decode())

# Ends: Failed
# Explains:
# serial cannot be used here
# Line 3 of main.py
# A browser gives programs no devices.
# Try this: Read what a device has measured from a file of the project.
