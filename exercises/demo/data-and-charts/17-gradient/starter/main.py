from PIL import Image

picture = Image.new("RGB", (256, 100), "black")

for x in range(256):
    picture.putpixel((x, 0), (0, 0, 255))

picture.save("sky.png")
picture.show()
