"""A window for a game."""

import pygame

pygame.init()
screen = pygame.display.set_mode((640, 480))

# Ends: Failed
# Says:
# not installed on this server
