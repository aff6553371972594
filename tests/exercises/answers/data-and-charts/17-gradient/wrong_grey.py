# Fails: Black on the left, blue on the right
# Fails: The whole picture
from PIL import Image

picture = Image.new("RGB", (256, 100))
for x in range(256):
    for y in range(100):
        picture.putpixel((x, y), (x, x, x))
picture.save("sky.png")
