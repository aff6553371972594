"""A drawing: made, shown, saved, opened again, made smaller and grey."""

from PIL import Image, ImageDraw, ImageFilter, ImageOps

picture = Image.new("RGB", (120, 80), "skyblue")
draw = ImageDraw.Draw(picture)
draw.rectangle([0, 60, 120, 80], fill="green")
draw.ellipse([80, 5, 110, 35], fill="yellow")
draw.line([10, 60, 40, 30, 70, 60], fill="brown", width=3)
draw.text((5, 5), "Home", fill="black")
picture.show()
picture.save("home.png")
again = Image.open("home.png")
print(again.size, again.mode, again.getpixel((95, 20)), again.getpixel((5, 75)))
small = ImageOps.grayscale(again).resize((60, 40)).rotate(90, expand=True).filter(ImageFilter.BLUR)
print(small.size, small.mode)
small.save("small.jpg")
print(Image.open("small.jpg").format)

# Files: home.png, small.jpg
# Pictures: Image 1
# Says:
# (120, 80) RGB (255, 255, 0) (0, 128, 0)
# (40, 60) L
# JPEG
