"""A window for a game."""

import pygame

pygame.init()
screen = pygame.display.set_mode((640, 480))

# Ends: Failed
# Explains:
# pygame cannot be used here
# Line 3 of main.py
# It draws games in a window, which needs a desktop.
# Try this: Use turtle: it draws live and knows keys, clicks and timers.
