"""A second of the note A, as a sound file."""

import array
import math
import wave

rate = 8000
samples = array.array("h", [round(20000 * math.sin(2 * math.pi * 440 * n / rate)) for n in range(rate)])
with wave.open("note.wav", "wb") as sound:
    sound.setnchannels(1)
    sound.setsampwidth(2)
    sound.setframerate(rate)
    sound.writeframes(samples.tobytes())
with wave.open("note.wav") as sound:
    print(sound.getnframes() / sound.getframerate(), "second", sound.getparams()[:3])

# Files: note.wav
# Prints:
# 1.0 second (1, 2, 8000)
