"""A tune from the loudspeaker."""

import winsound

for pitch in (262, 294, 330):
    winsound.Beep(pitch, 500)

# Ends: Failed
# Explains:
# winsound cannot be used here
# Line 3 of main.py
# Programs cannot play sound here.
# Try this: Write a sound file with wave, and download it from the file panel.
