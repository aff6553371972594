"""Moving the mouse."""

import pyautogui

pyautogui.moveTo(100, 100)
pyautogui.click()

# Ends: Failed
# Explains:
# pyautogui cannot be used here
# Line 3 of main.py
# A program cannot press keys or move the mouse of your computer here.
# Try this: For keys and clicks, use turtle.
