# A darkroom: one picture, and what Pillow can do with it.

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

SIZE = 150


def make_balloon():
    """Draw a hot-air balloon, so that there is a picture to work with."""
    picture = Image.new("RGB", (SIZE, SIZE), "#9fd3f0")
    draw = ImageDraw.Draw(picture)
    draw.ellipse([5, 105, 60, 135], fill="white")  # a cloud
    draw.ellipse([35, 10, 115, 90], fill="#d9472b")
    draw.ellipse([55, 10, 95, 90], fill="#f2b134")
    draw.polygon([(44, 75), (106, 75), (85, 110), (65, 110)], fill="#d9472b")
    draw.rectangle([65, 118, 85, 135], fill="#7a4a21")
    draw.line([(65, 110), (65, 118)], fill="black")
    draw.line([(84, 110), (84, 118)], fill="black")
    return picture


balloon = make_balloon()
balloon.save("balloon.png")

# Every effect is a function from one picture to a new one.
effects = {
    "as it is": balloon,
    "grey": ImageOps.grayscale(balloon).convert("RGB"),
    "upside down": ImageOps.flip(balloon),
    "blurred": balloon.filter(ImageFilter.GaussianBlur(4)),
    "edges": balloon.filter(ImageFilter.FIND_EDGES),
    "brighter colours": ImageEnhance.Color(balloon).enhance(2.5),
}

# Put them side by side on one sheet: three in a row.
sheet = Image.new("RGB", (3 * SIZE, 2 * SIZE))
for number, (name, picture) in enumerate(effects.items()):
    row, column = divmod(number, 3)
    sheet.paste(picture, (column * SIZE, row * SIZE))
    print(f"{number + 1}. {name}")

sheet.show()
sheet.save("sheet.png")
print("The sheet is", sheet.width, "pixels wide.")
