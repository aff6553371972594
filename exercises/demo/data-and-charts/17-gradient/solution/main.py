from PIL import Image

picture = Image.new("RGB", (256, 100))

for x in range(256):
    for y in range(100):
        picture.putpixel((x, y), (0, 0, x))

picture.save("sky.png")
picture.show()
