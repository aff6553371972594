"""A rainbow as colour codes."""

import colorsys

for step in range(6):
    red, green, blue = colorsys.hsv_to_rgb(step / 6, 1, 1)
    print(f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}", end=" ")
print()
print(colorsys.rgb_to_hsv(1.0, 0.0, 0.0), colorsys.rgb_to_hls(0.5, 0.5, 0.5))

# Prints:
# #ff0000 #ffff00 #00ff00 #00ffff #0000ff #ff00ff
# (0.0, 1.0, 1.0) (0.0, 0.5, 0.0)
