"""A picture from the camera."""

import cv2

camera = cv2.VideoCapture(0)
worked, picture = camera.read()
cv2.imwrite("me.png", picture)

# Ends: Failed
# Explains:
# cv2 cannot be used here
# Line 3 of main.py
# It is made for cameras and films, which a program in a browser cannot reach.
# Try this: For pictures, use Pillow and numpy.
