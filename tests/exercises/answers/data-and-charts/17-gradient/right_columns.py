# Draws columns.
from PIL import Image, ImageDraw

sky = Image.new("RGB", (256, 100))
pen = ImageDraw.Draw(sky)
for blue in range(256):
    pen.line([blue, 0, blue, 99], fill=(0, 0, blue))
sky.save("sky.png")
